/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Builder;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.pathway.training.TrainingLevel;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.measure.Measures;
import org.openmrs.module.smpr.study.plan.FrozenPlan;
import org.openmrs.module.smpr.study.plan.PlanStanding;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.result.Described;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.Circumstances;

/** What the analyses work on: the participants as the record had them at one time, and what was in force then. */
@Value
@Builder(toBuilder = true)
public class StudyData {

    /** When the record was read. */
    Instant asOf;

    /** The day at the site on which it was. */
    LocalDate today;

    /** The version of the module. */
    String softwareVersion;

    /** What was in force at the site. */
    Site site;

    Measures measures;

    /** Null where none is in force. */
    FrozenPlan plan;

    Population population;

    /** By code of the instrument, how many raters have been trained in it so far, by the highest level of each. */
    @Builder.Default
    Map<String, Map<TrainingLevel, Long>> trainings = Collections.emptyMap();

    /** Those whose data are used, in the order of their study codes, which is a random one. */
    List<Subject> subjects;

    @Getter(AccessLevel.NONE)
    @EqualsAndHashCode.Exclude
    @ToString.Exclude
    Map<Counted, Map<Integer, FollowUpData>> followUps = new ConcurrentHashMap<>();

    public OutcomeRegisterSettings getRegister() {
        return site.getSettings().getOutcomeRegister();
    }

    /** @return whether anything is known of what became of people: where not, no analysis of outcomes has data */
    public boolean isRegisterOn() {
        return getRegister().isOn(today);
    }

    /** @return of the register and of the plan, in months from the origin, rising */
    public SortedSet<Integer> getHorizons() {
        SortedSet<Integer> horizons = new TreeSet<>(getRegister().getHorizons());
        if (plan != null) {
            horizons.addAll(plan.getPlan().getDefinitions().getHorizons());
        }
        return Collections.unmodifiableSortedSet(horizons);
    }

    /**
     * So far it is asked of whom anything is known, whichever horizon is asked of: two questions that differ in it alone are of the same people.
     *
     * @param asked months from the origin; 0 for none
     * @return the longest of that and of the horizons
     */
    public int monthsFollowed(int asked) {
        return getHorizons().stream().reduce(asked, Math::max);
    }

    public List<Wave> getWaves() {
        return site.getSettings().getWaves().getWaves();
    }

    public Optional<Wave> wave(String code) {
        return getWaves().stream().filter(wave -> wave.getCode().equals(code)).findFirst();
    }

    /** @return the instrument as the site calls it; by its code where there is none such */
    public Term instrument(String code) {
        return site.getInstruments().stream()
                .filter(instrument -> instrument.getCode().equals(code))
                .findFirst()
                .map(instrument -> Term.of(code, instrument.getLabel()))
                .orElseGet(() -> Term.ofCode(code));
    }

    /**
     * @param people some of the participants
     * @param what names the things that they are described in
     */
    public Described[] describing(Collection<Subject> people, String... what) {
        Set<Subject> described = new HashSet<>(people);
        BitSet places = new BitSet(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            places.set(i, described.contains(subjects.get(i)));
        }
        return Arrays.stream(what).map(thing -> new Described(thing, places)).toArray(Described[]::new);
    }

    /** @return those of whom the measure has a value at the wave */
    public List<Subject> measured(String wave, Measure measure) {
        return subjects.stream()
                .filter(subject -> !Double.isNaN(subject.value(wave, measure, measures)))
                .collect(Collectors.toList());
    }

    /** @return whether what was made with the instrument at the wave is, or may be, of more than one edition of it */
    public boolean isOfSeveralEditions(String wave, String instrument) {
        return subjects.stream()
                        .map(subject -> subject.at(wave, instrument).orElse(null))
                        .filter(Objects::nonNull)
                        .map(Measurement::getCircumstances)
                        .filter(Circumstances::isSeveralEditions)
                        .map(Circumstances::getEdition)
                        .distinct()
                        .count()
                > 1;
    }

    /** @return whether an outcome counted in this way is defined at the site */
    public boolean isDefined(Counted counted) {
        return !counted.isViolent() || getRegister().getViolentDefinition() != null;
    }

    /** @return the other ways of counting that are defined, and come before that one */
    public List<Counted> definedBefore(Counted counted) {
        return Arrays.stream(Counted.values())
                .filter(other -> other.compareTo(counted) < 0 && isDefined(other))
                .collect(Collectors.toList());
    }

    /** @return the participants as they are followed for so many months, made once */
    public FollowUpData followUp(Counted counted, int months) {
        return followUps
                .computeIfAbsent(counted, of -> new ConcurrentHashMap<>())
                .computeIfAbsent(months, until -> FollowUpData.of(subjects, counted, until));
    }

    /**
     * @param code names the analysis
     * @param analysis as it is run
     * @return what it will find, with whether it is planned, and by which plan or why not
     */
    public Finding.FindingBuilder finding(String code, PlannedAnalysis analysis) {
        PlanStanding standing = PlanStanding.of(plan, site, analysis);
        return Finding.builder()
                .code(code)
                .planned(standing.isPlanned())
                .standing(
                        standing.isPlanned()
                                ? Collections.singletonList(
                                        Term.of("standing", "PLANNED", plan.getVersion(), plan.getDateAccepted()))
                                : Collections.unmodifiableList(standing.getReasons().stream()
                                        .map(reason -> Term.of("standing", reason.name()))
                                        .collect(Collectors.toList())));
    }
}
