/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Inheritance;
import javax.persistence.InheritanceType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.api.ConceptNameType;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.platform.NotNull;
import org.openmrs.util.LocaleUtility;

/** An entry of the dictionary: a question, an answer or a set. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Getter
@Setter
public class Concept extends BaseOpenmrsObject implements Auditable, Retireable {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer conceptId;

    @Override
    public Integer getId() {
        return getConceptId();
    }

    @Override
    public void setId(Integer id) {
        setConceptId(id);
    }

    @ManyToOne
    @JoinColumn(name = "datatype_id", nullable = false)
    private ConceptDatatype datatype;

    @ManyToOne
    @JoinColumn(name = "class_id", nullable = false)
    private ConceptClass conceptClass;

    @Column(name = "is_set", nullable = false)
    private Boolean set = Boolean.FALSE;

    private String version;

    @NotNull
    @ManyToOne
    private User creator;

    @NotNull
    private Date dateCreated;

    @ManyToOne
    private User changedBy;

    private Date dateChanged;

    @NotNull
    private Boolean retired = Boolean.FALSE;

    @ManyToOne
    private User retiredBy;

    private Date dateRetired;
    private String retireReason;

    @OneToMany(mappedBy = "concept", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("conceptNameId")
    private Collection<ConceptName> names = new LinkedHashSet<>();

    @OneToMany(mappedBy = "concept", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("conceptDescriptionId")
    private Collection<ConceptDescription> descriptions = new LinkedHashSet<>();

    @OneToMany(mappedBy = "concept", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("sortWeight")
    private Collection<ConceptAnswer> answers = new LinkedHashSet<>();

    @OneToMany(mappedBy = "conceptSet", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("sortWeight")
    private Collection<ConceptSet> conceptSets = new LinkedHashSet<>();

    @OneToMany(mappedBy = "concept", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("conceptMapId")
    private Collection<ConceptMap> conceptMappings = new LinkedHashSet<>();

    public Concept() {}

    public Concept(Integer conceptId) {
        this.conceptId = conceptId;
    }

    @Override
    public Boolean isRetired() {
        return getRetired();
    }

    public Boolean isSet() {
        return getSet();
    }

    public boolean isNumeric() {
        return false;
    }

    public Collection<ConceptName> getNames() {
        return getNames(false);
    }

    public Collection<ConceptName> getNames(boolean includeVoided) {
        return new LinkedHashSet<>(names(n -> includeVoided || !n.isVoided()).toList());
    }

    public Collection<ConceptName> getNames(Locale locale) {
        return names(in(locale).and(n -> !n.isVoided())).toList();
    }

    public ConceptName getName() {
        for (Locale locale : LocaleUtility.getLocalesInOrder()) {
            ConceptName name = getName(locale, true);
            if (name != null) {
                return name;
            }
        }
        return anyOf(n -> true);
    }

    public ConceptName getName(Locale locale) {
        return getName(locale, false);
    }

    public ConceptName getName(Locale locale, boolean exact) {
        ConceptName name = getPreferredName(locale);
        name = name != null ? name : anyOf(in(locale));
        if (name != null || exact) {
            return name;
        }
        name = anyOf(speaking(locale));
        return name != null ? name : getName();
    }

    public ConceptName getFullySpecifiedName(Locale locale) {
        return first(in(locale).and(ConceptName::isFullySpecifiedName));
    }

    public ConceptName getPreferredName(Locale locale) {
        ConceptName name = first(in(locale).and(ConceptName::isLocalePreferred));
        name = name != null ? name : first(speaking(locale).and(ConceptName::isLocalePreferred));
        return name != null ? name : getFullySpecifiedName(locale);
    }

    public ConceptName getShortNameInLocale(Locale locale) {
        return first(in(locale).and(ConceptName::isShort));
    }

    public String getDisplayString() {
        ConceptName name = getName();
        return name == null ? String.valueOf(getConceptId()) : name.getName();
    }

    public void addName(ConceptName name) {
        boolean first = names.isEmpty();
        if (name.isPreferred() && !name.isShort() && !name.isIndexTerm()) {
            setPreferredName(name);
        }
        if (name.isFullySpecifiedName() || first) {
            setFullySpecifiedName(name);
        } else if (name.isShort()) {
            setShortName(name);
        } else {
            keep(name);
        }
    }

    public void setFullySpecifiedName(ConceptName name) {
        replace(name, getFullySpecifiedName(name.getLocale()), ConceptNameType.FULLY_SPECIFIED);
    }

    public void setShortName(ConceptName name) {
        replace(name, getShortNameInLocale(name.getLocale()), ConceptNameType.SHORT);
    }

    public void setPreferredName(ConceptName name) {
        names(in(name.getLocale())).forEach(n -> n.setLocalePreferred(false));
        name.setLocalePreferred(true);
        keep(name);
    }

    public Collection<ConceptAnswer> getAnswers(boolean includeRetired) {
        return includeRetired
                ? answers
                : answers.stream()
                        .filter(a -> !a.getAnswerConcept().isRetired())
                        .toList();
    }

    public Collection<ConceptAnswer> getAnswers() {
        return getAnswers(false);
    }

    public void addAnswer(ConceptAnswer answer) {
        if (answer == null || answers.contains(answer)) {
            return;
        }
        if (answer.getSortWeight() == null || answer.getSortWeight() <= 0) {
            answer.setSortWeight(1
                    + answers.stream()
                            .mapToDouble(ConceptAnswer::getSortWeight)
                            .max()
                            .orElse(0));
        }
        answer.setConcept(this);
        answers.add(answer);
    }

    public List<Concept> getSetMembers() {
        return sortedSets().stream().map(ConceptSet::getConcept).toList();
    }

    public void addSetMember(Concept member) {
        addSetMember(member, -1);
    }

    public void addSetMember(Concept member, int index) {
        List<ConceptSet> sorted = sortedSets();
        int at = index < 0 || index > sorted.size() ? sorted.size() : index;
        double after = at == sorted.size() ? Double.NaN : sorted.get(at).getSortWeight();
        double before = at == 0 ? Double.NaN : sorted.get(at - 1).getSortWeight();
        double weight = sorted.isEmpty()
                ? 1000
                : at == 0 ? after - 10 : at == sorted.size() ? before + 10 : (before + after) / 2;
        ConceptSet set = new ConceptSet(member, weight);
        set.setConceptSet(this);
        conceptSets.add(set);
    }

    public ConceptDescription getDescription() {
        return getDescription(Context.getLocale());
    }

    public ConceptDescription getDescription(Locale locale) {
        return getDescription(locale, false);
    }

    public ConceptDescription getDescription(Locale locale, boolean exact) {
        Comparator<ConceptDescription> nearest =
                Comparator.comparing(d -> !d.getLocale().equals(locale));
        return descriptions.stream()
                .filter(d -> exact ? d.getLocale().equals(locale) : LocaleUtility.areCompatible(d.getLocale(), locale))
                .min(nearest)
                .orElse(null);
    }

    public void addDescription(ConceptDescription description) {
        description.setConcept(this);
        descriptions.add(description);
    }

    public void addConceptMapping(ConceptMap mapping) {
        mapping.setConcept(this);
        conceptMappings.add(mapping);
    }

    private void replace(ConceptName name, ConceptName old, ConceptNameType type) {
        if (old != null) {
            old.setConceptNameType(null);
        }
        name.setConceptNameType(type);
        keep(name);
    }

    private void keep(ConceptName name) {
        name.setConcept(this);
        if (!names.contains(name)) {
            names.add(name);
        }
    }

    private List<ConceptSet> sortedSets() {
        List<ConceptSet> sorted = new ArrayList<>(conceptSets);
        sorted.sort(null);
        return sorted;
    }

    private Stream<ConceptName> names(Predicate<ConceptName> wanted) {
        return names.stream().filter(wanted);
    }

    private ConceptName first(Predicate<ConceptName> wanted) {
        return names(wanted.and(n -> !n.isVoided())).findFirst().orElse(null);
    }

    private ConceptName anyOf(Predicate<ConceptName> wanted) {
        return Stream.<Predicate<ConceptName>>of(
                        ConceptName::isLocalePreferred,
                        ConceptName::isFullySpecifiedName,
                        ConceptName::isSynonym,
                        n -> true)
                .map(kind -> first(wanted.and(kind)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Predicate<ConceptName> speaking(Locale locale) {
        return n -> n.getLocale().getLanguage().equals(locale.getLanguage());
    }

    private static Predicate<ConceptName> in(Locale locale) {
        return n -> n.getLocale().equals(locale);
    }

    @Override
    public String toString() {
        return "Concept #" + getConceptId();
    }
}
