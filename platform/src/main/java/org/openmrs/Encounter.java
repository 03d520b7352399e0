/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.CascadeType;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A contact of a patient with providers, and what was observed. */
@Entity
@Getter
@Setter
public class Encounter extends BaseChangeableOpenmrsData {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer encounterId;

    @Override
    public Integer getId() {
        return getEncounterId();
    }

    @Override
    public void setId(Integer id) {
        setEncounterId(id);
    }

    @ManyToOne
    @JoinColumn(name = "encounter_type", nullable = false)
    private EncounterType encounterType;

    @NotNull
    @ManyToOne
    private Patient patient;

    @ManyToOne
    private Location location;

    @ManyToOne
    private Form form;

    @NotNull
    private Date encounterDatetime;

    @OneToMany(mappedBy = "encounter")
    @OrderBy("obsId")
    private Set<Obs> obs = new LinkedHashSet<>();

    @OneToMany(mappedBy = "encounter", cascade = CascadeType.ALL)
    @OrderBy("encounterProviderId")
    private Set<EncounterProvider> encounterProviders = new LinkedHashSet<>();

    public Encounter() {}

    public Encounter(Integer encounterId) {
        this.encounterId = encounterId;
    }

    /** The live observations that have no members, at any depth. */
    public Set<Obs> getObs() {
        return select(o -> !o.isVoided() && !o.isObsGrouping());
    }

    public Set<Obs> getAllObs(boolean includeVoided) {
        return includeVoided ? obs : select(o -> !o.isVoided());
    }

    public Set<Obs> getAllObs() {
        return getAllObs(false);
    }

    public Set<Obs> getAllFlattenedObs(boolean includeVoided) {
        return select(o -> includeVoided || !o.isVoided());
    }

    public Set<Obs> getObsAtTopLevel(boolean includeVoided) {
        return obs.stream()
                .filter(o -> o.getObsGroup() == null && (includeVoided || !o.isVoided()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public void addObs(Obs observation) {
        if (observation == null) {
            return;
        }
        obs.add(observation);
        observation.setEncounter(this);
        if (observation.getObsDatetime() == null) {
            observation.setObsDatetime(getEncounterDatetime());
        }
        if (observation.getPerson() == null) {
            observation.setPerson(getPatient());
        }
        if (observation.getLocation() == null) {
            observation.setLocation(getLocation());
        }
        if (observation.hasGroupMembers(true)) {
            observation.getGroupMembers(true).forEach(this::addObs);
        }
    }

    public void removeObs(Obs observation) {
        obs.remove(observation);
    }

    public Set<EncounterProvider> getActiveEncounterProviders() {
        return encounterProviders.stream()
                .filter(p -> !p.isVoided())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Set<Provider> getProvidersByRole(EncounterRole role) {
        return getActiveEncounterProviders().stream()
                .filter(p -> p.getEncounterRole().equals(role))
                .map(EncounterProvider::getProvider)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public void addProvider(EncounterRole role, Provider provider) {
        if (getProvidersByRole(role).contains(provider)) {
            return;
        }
        EncounterProvider added = new EncounterProvider();
        added.setEncounter(this);
        added.setEncounterRole(role);
        added.setProvider(provider);
        encounterProviders.add(added);
    }

    public void setProvider(EncounterRole role, Provider provider) {
        removeIf(p -> p.getEncounterRole().equals(role) && !p.getProvider().equals(provider));
        addProvider(role, provider);
    }

    public void removeProvider(EncounterRole role, Provider provider) {
        removeIf(p -> p.getEncounterRole().equals(role) && p.getProvider().equals(provider));
    }

    private void removeIf(Predicate<EncounterProvider> unwanted) {
        for (EncounterProvider p : getActiveEncounterProviders()) {
            if (unwanted.test(p)) {
                p.setVoided(true);
                p.setDateVoided(new Date());
                p.setVoidedBy(org.openmrs.api.context.Context.getAuthenticatedUser());
            }
        }
    }

    private Set<Obs> select(Predicate<Obs> wanted) {
        return obs.stream()
                .flatMap(Encounter::withMembers)
                .filter(wanted)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Obs> withMembers(Obs o) {
        return o.hasGroupMembers(true)
                ? Stream.concat(Stream.of(o), o.getGroupMembers(true).stream().flatMap(Encounter::withMembers))
                : Stream.of(o);
    }
}
