/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.PostLoad;
import javax.persistence.PostPersist;
import javax.persistence.PreUpdate;
import javax.persistence.Transient;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.Setter;
import org.hibernate.Hibernate;
import org.hibernate.annotations.Type;
import org.openmrs.api.UnchangeableObjectException;
import org.openmrs.module.smpr.platform.NotNull;

/** One observation. Once stored it never changes: an edit voids it and stores another. */
@Entity
@Getter
@Setter
public class Obs extends BaseFormRecordableOpenmrsData {
    public enum Status {
        PRELIMINARY,
        FINAL,
        AMENDED
    }

    public enum Interpretation {
        NORMAL,
        ABNORMAL,
        CRITICALLY_ABNORMAL,
        NEGATIVE,
        POSITIVE,
        CRITICALLY_LOW,
        LOW,
        HIGH,
        CRITICALLY_HIGH,
        VERY_SUSCEPTIBLE,
        SUSCEPTIBLE,
        INTERMEDIATE,
        RESISTANT,
        SIGNIFICANT_CHANGE_DOWN,
        SIGNIFICANT_CHANGE_UP,
        OFF_SCALE_LOW,
        OFF_SCALE_HIGH
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer obsId;

    @Override
    public Integer getId() {
        return getObsId();
    }

    @Override
    public void setId(Integer id) {
        setObsId(id);
    }

    @NotNull
    @ManyToOne
    private Person person;

    @NotNull
    @ManyToOne
    private Concept concept;

    @ManyToOne
    private Encounter encounter;

    @NotNull
    private Date obsDatetime;

    @ManyToOne
    private Location location;

    @ManyToOne
    private Obs obsGroup;

    private String accessionNumber;
    private Integer valueGroupId;

    @ManyToOne
    @JoinColumn(name = "value_coded")
    private Concept valueCoded;

    @ManyToOne
    private ConceptName valueCodedName;

    private Date valueDatetime;
    private Double valueNumeric;
    private String valueModifier;

    @Type(type = "text")
    private String valueText;

    private String valueComplex;

    @Column(name = "comments")
    private String comment;

    @ManyToOne
    @JoinColumn(name = "previous_version")
    private Obs previousVersion;

    @NotNull
    @Enumerated(EnumType.STRING)
    private Status status = Status.FINAL;

    @Enumerated(EnumType.STRING)
    private Interpretation interpretation;

    @OneToMany(mappedBy = "obsGroup", cascade = CascadeType.ALL)
    @OrderBy("obsId")
    private Set<Obs> groupMembers;

    @Transient
    @Getter(AccessLevel.NONE)
    @Setter(AccessLevel.NONE)
    private transient Object[] stored;

    public Obs() {}

    public Obs(Integer obsId) {
        this.obsId = obsId;
    }

    public Obs(Person person, Concept question, Date obsDatetime, Location location) {
        this.person = person;
        this.concept = question;
        this.obsDatetime = obsDatetime;
        this.location = location;
    }

    /** A copy that has not been stored, of the members too. */
    public static Obs newInstance(Obs old) {
        Obs copy = new Obs(old.getPerson(), old.getConcept(), old.getObsDatetime(), old.getLocation());
        copy.setEncounter(old.getEncounter());
        copy.setObsGroup(old.getObsGroup());
        copy.setAccessionNumber(old.getAccessionNumber());
        copy.setValueGroupId(old.getValueGroupId());
        copy.setValueCoded(old.getValueCoded());
        copy.setValueCodedName(old.getValueCodedName());
        copy.setValueDatetime(old.getValueDatetime());
        copy.setValueNumeric(old.getValueNumeric());
        copy.setValueModifier(old.getValueModifier());
        copy.setValueText(old.getValueText());
        copy.setValueComplex(old.getValueComplex());
        copy.setComment(old.getComment());
        copy.setFormNamespaceAndPath(old.getFormNamespaceAndPath());
        copy.setStatus(old.getStatus());
        copy.setInterpretation(old.getInterpretation());
        copy.setVoided(old.getVoided());
        if (old.hasGroupMembers(true)) {
            for (Obs member : old.getGroupMembers(true)) {
                copy.addGroupMember(member.getObsId() == null ? member : newInstance(member));
            }
        }
        return copy;
    }

    @PostLoad
    @PostPersist
    private void remember() {
        stored = state();
    }

    @PreUpdate
    private void refuseChange() {
        if (isDirty() && !isVoided()) {
            throw new UnchangeableObjectException("Editing some properties on Obs is not allowed");
        }
    }

    private Object[] state() {
        return new Object[] {
            person,
            concept,
            encounter,
            obsDatetime,
            location,
            obsGroup,
            accessionNumber,
            valueGroupId,
            valueCoded,
            valueCodedName,
            valueDatetime,
            valueNumeric,
            valueModifier,
            valueText,
            valueComplex,
            comment,
            previousVersion,
            status,
            interpretation,
            getFormNamespaceAndPath()
        };
    }

    /** Whether it was stored with other values. */
    public boolean isDirty() {
        return stored != null && !Arrays.equals(stored, state());
    }

    public boolean isObsGrouping() {
        return hasGroupMembers(true);
    }

    public boolean hasGroupMembers() {
        return hasGroupMembers(false);
    }

    public boolean hasGroupMembers(boolean includeVoided) {
        return groupMembers != null && groupMembers.stream().anyMatch(m -> includeVoided || !m.isVoided());
    }

    public Set<Obs> getGroupMembers() {
        return getGroupMembers(false);
    }

    public Set<Obs> getGroupMembers(boolean includeVoided) {
        return groupMembers == null || includeVoided
                ? groupMembers
                : groupMembers.stream().filter(m -> !m.isVoided()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public void addGroupMember(Obs member) {
        if (groupMembers == null) {
            groupMembers = new LinkedHashSet<>();
        }
        member.setObsGroup(this);
        groupMembers.add(member);
    }

    public void removeGroupMember(Obs member) {
        if (groupMembers != null && groupMembers.remove(member)) {
            member.setObsGroup(null);
        }
    }

    public Boolean hasPreviousVersion() {
        return getPreviousVersion() != null;
    }

    public Integer getPersonId() {
        return getPerson() == null ? null : getPerson().getPersonId();
    }

    public Date getValueDate() {
        return getValueDatetime();
    }

    public void setValueDate(Date value) {
        setValueDatetime(value);
    }

    public String getValueAsString(Locale locale) {
        if (getValueCoded() != null) {
            ConceptName name = getValueCodedName() != null
                    ? getValueCodedName()
                    : getValueCoded().getName(locale, false);
            return name == null ? "" : name.getName();
        }
        if (getValueNumeric() != null) {
            boolean whole = Hibernate.unproxy(getConcept()) instanceof ConceptNumeric c && !c.getAllowDecimal();
            String pattern = whole ? "0" : "#0.0#####";
            return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(getValueNumeric());
        }
        if (getValueDatetime() != null) {
            ConceptDatatype type = getConcept().getDatatype();
            String pattern = type.isDate() ? "yyyy-MM-dd" : type.isTime() ? "HH:mm" : "yyyy-MM-dd HH:mm:ss";
            return new SimpleDateFormat(pattern).format(getValueDatetime());
        }
        if (getValueText() != null) {
            return getValueText();
        }
        return hasGroupMembers()
                ? getGroupMembers().stream()
                        .map(m -> m.getValueAsString(locale))
                        .collect(Collectors.joining(", "))
                : "";
    }

    @Override
    public String toString() {
        return getObsId() == null ? "obs id is null" : "Obs #" + getObsId();
    }
}
