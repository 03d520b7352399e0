/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.CountedFrom;

/** Makes the courses of people out of the few answers of the record that decide what is due. */
final class CourseReader {

    private static final String STATUS = CommonQuestions.NAMESPACE + "." + CommonQuestions.STATUS;

    private static final String RATER_ROLE = CommonQuestions.NAMESPACE + "." + CommonQuestions.RATER_ROLE;

    private static final String OUTCOME = concept(Records.CONTACT, Records.OUTCOME);

    private static final String KIND = concept(Records.CONTACT, "kind");

    private static final String PLANNED = concept(Records.RELEASE, Records.PLANNED);

    private static final String LEFT_BUILDING = concept(Records.RELEASE, Records.LEFT_BUILDING);

    private static final String UNTIL = concept(Records.EXTENSION, Records.UNTIL);

    private static final String END_REASON = concept(Records.END, Records.REASON);

    private final Dictionary dictionary;

    private final ZoneId zone;

    /** Codes of the instruments, by uuid of their encounter type. */
    private final Map<String, String> instruments = new LinkedHashMap<>();

    /** @param instruments their codes */
    CourseReader(Collection<String> instruments, Dictionary dictionary, ZoneId zone) {
        this.dictionary = dictionary;
        this.zone = zone;
        instruments.forEach(code -> this.instruments.put(StableUuid.ofEncounterType(code), code));
    }

    /** @return the uuids of the encounter types that decide what is due */
    Set<String> types() {
        Set<String> types = new LinkedHashSet<>(instruments.keySet());
        for (String record :
                Arrays.asList(Records.RELEASE, Records.EXTENSION, Records.END, Records.IN_CHARGE, Records.CONTACT)) {
            types.add(StableUuid.ofEncounterType(record));
        }
        return types;
    }

    /** @return the ids of the concepts whose answers decide it */
    Set<Integer> concepts() {
        Set<Integer> concepts = new HashSet<>();
        for (String code :
                Arrays.asList(STATUS, RATER_ROLE, OUTCOME, KIND, PLANNED, LEFT_BUILDING, UNTIL, END_REASON)) {
            concepts.addAll(dictionary.ids(code));
        }
        return concepts;
    }

    /**
     * @param made in order of their dates
     * @return the course of each patient who has an episode, by his uuid
     */
    Map<String, Course> read(List<Episode> episodes, List<PlanDao.Made> made) {
        Map<String, List<PlanDao.Made>> byPatient =
                made.stream().collect(Collectors.groupingBy(PlanDao.Made::getPatient));
        Map<String, Course> courses = new LinkedHashMap<>();
        episodes.stream()
                .filter(episode -> !episode.isVoided())
                .collect(Collectors.groupingBy(Episode::getPatient))
                .forEach((patient, own) ->
                        courses.put(patient, course(own, byPatient.getOrDefault(patient, Collections.emptyList()))));
        return courses;
    }

    private Course course(List<Episode> episodes, List<PlanDao.Made> made) {
        List<StatedDay> stated = new ArrayList<>(stated(made, Records.RELEASE, PLANNED, CountedFrom.RELEASE));
        stated.addAll(stated(made, Records.EXTENSION, UNTIL, CountedFrom.END_OF_CARE));
        return Course.builder()
                .episodes(episodes.stream().map(e -> asOfDeath(e, made)).collect(Collectors.toList()))
                .assessments(made.stream()
                        .filter(m -> instruments.containsKey(m.getType()) && says(m, STATUS, CommonQuestions.COMPLETE))
                        .map(m -> new MadeAssessment(
                                m.getUuid(),
                                instruments.get(m.getType()),
                                day(m.getDate()),
                                says(m, RATER_ROLE, CommonQuestions.INDEPENDENT),
                                says(m, RATER_ROLE, CommonQuestions.CONSENSUS)))
                        .collect(Collectors.toList()))
                .contacts(made.stream()
                        .filter(m -> is(m, Records.CONTACT) && says(m, OUTCOME, Records.KEPT))
                        .map(m ->
                                new KeptContact(m.getUuid(), day(m.getDate()), says(m, KIND, CommonQuestions.CUSTODY)))
                        .collect(Collectors.toList()))
                .stated(stated)
                .build();
    }

    /**
     * Nothing is due of one whom the platform has as deceased, though nobody has ended his episode: it counts as ended by his death, on its
     * day, or where that is not known on the last day of which anything was charted.
     */
    private Episode asOfDeath(Episode episode, List<PlanDao.Made> made) {
        if (!episode.isOpen() || !episode.isDead()) {
            return episode;
        }
        LocalDate died = episode.getDeathDay() != null
                ? episode.getDeathDay()
                : Stream.concat(
                                made.stream().map(m -> day(m.getDate())),
                                episode.getPhases().stream().map(PhaseSpan::getFrom))
                        .max(Comparator.naturalOrder())
                        .orElse(episode.getBegun());
        return episode.toBuilder()
                .ended(died.isBefore(episode.getBegun()) ? episode.getBegun() : died)
                .endReason(Records.DIED)
                .build();
    }

    /** A day stands until it is replaced in its record, or until a later record states another. */
    private List<StatedDay> stated(List<PlanDao.Made> made, String record, String question, CountedFrom of) {
        List<StatedDay> stated = new ArrayList<>();
        LocalDate replaced = null;
        for (int i = made.size() - 1; i >= 0; i--) {
            if (is(made.get(i), record)) {
                LocalDate first = null;
                for (PlanDao.Answer answer : made.get(i).getAnswers()) {
                    if (dictionary.ids(question).contains(answer.getConcept()) && answer.getDay() != null) {
                        LocalDate from = day(answer.getCreated());
                        first = first == null || from.isBefore(first) ? from : first;
                        stated.add(new StatedDay(
                                of,
                                day(made.get(i).getDate()),
                                day(answer.getDay()),
                                from,
                                answer.isVoided() && answer.getDateVoided() != null
                                        ? day(answer.getDateVoided())
                                        : replaced));
                    }
                }
                replaced = first == null ? replaced : first;
            }
        }
        return stated;
    }

    private static boolean is(PlanDao.Made made, String record) {
        return made.getType().equals(StableUuid.ofEncounterType(record));
    }

    /** Whether that is the one answer to the question. */
    private boolean says(PlanDao.Made made, String question, String choice) {
        List<PlanDao.Answer> answers = made.getAnswers().stream()
                .filter(answer -> !answer.isVoided() && dictionary.ids(question).contains(answer.getConcept()))
                .collect(Collectors.toList());
        return answers.size() == 1
                && dictionary
                        .ids(question + "." + choice)
                        .contains(answers.get(0).getCoded());
    }

    private LocalDate day(Date date) {
        return Times.day(date, zone);
    }

    private static String concept(String record, String code) {
        Question question = Definitions.recordType(record).known(code);
        return question.getConceptCode();
    }
}
