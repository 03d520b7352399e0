/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.PhaseHistory;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.assessment.PhasesOfCare;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.metadata.PathwayProgram;
import org.openmrs.module.smpr.pathway.place.Stay;
import org.openmrs.module.smpr.pathway.place.Stays;
import org.openmrs.module.smpr.pathway.record.Records;

/**
 * The phases of care as the states of people's episodes have them, and their places in the flat-share. The day of a change belongs to the later phase, the last
 * day of an episode to its last phase, and the days after it, until another begins, to none but "after the end of care".
 */
public class EpisodePhases implements PhasesOfCare {

    /** The day of the encounter. */
    private static final String DAY = "cast(e.encounterDatetime as date)";

    private static final String LIVES_THERE =
            "exists (select pl.id from org.openmrs.module.smpr.pathway.place.PlacementRecord pl"
                    + " where pl.patient = e.patient and pl.voided = false and pl.enteredOn <= " + DAY
                    + " and (pl.leftOn is null or pl.leftOn > " + DAY + "))";

    private static final String OWN_PROGRAM =
            "#.patient = e.patient and #.voided = false and #.program.uuid = '" + PathwayProgram.UUID + "'";

    private final EpisodeDao dao;

    private final Stays stays;

    private final Clock clock;

    public EpisodePhases(EpisodeDao dao, Stays stays, Clock clock) {
        this.dao = dao;
        this.stays = stays;
        this.clock = clock;
    }

    @Override
    public Map<String, PhaseHistory> of(Collection<String> patients) {
        Map<String, List<PhaseSpan>> phases = ofEpisodes(patients);
        Map<String, List<Stay>> lived = phases.isEmpty() ? Collections.emptyMap() : stays.of(phases.keySet());
        Map<String, PhaseHistory> histories = new LinkedHashMap<>();
        phases.forEach((patient, spans) -> histories.put(
                patient, new PhaseHistory(withStays(spans, lived.getOrDefault(patient, Collections.emptyList())))));
        return histories;
    }

    /** @return the same without places in the flat-share */
    Map<String, List<PhaseSpan>> ofEpisodes(Collection<String> patients) {
        List<ProgramRow> programs = dao.programs(patients, false);
        Map<Integer, List<StateRow>> states =
                dao.states(programs.stream().map(ProgramRow::getId).collect(Collectors.toList()));
        EpisodeReader reader = new EpisodeReader(clock.getZone());
        Map<String, List<PhaseSpan>> phases = new LinkedHashMap<>();
        programs.stream()
                .collect(Collectors.groupingBy(ProgramRow::getPatient))
                .forEach((patient, own) ->
                        phases.put(patient, spans(reader.read(own, states, Collections.emptyList()))));
        return phases;
    }

    /** What is later in the list holds: the days after an episode come before whatever begins on them. */
    private static List<PhaseSpan> spans(List<Episode> episodes) {
        List<PhaseSpan> spans = new ArrayList<>();
        for (Episode episode : episodes) {
            if (!episode.isOpen() && !Records.DIED.equals(episode.getEndReason())) {
                LocalDate after = episode.getEnded().plusDays(1);
                spans.add(new PhaseSpan(CommonQuestions.AFTER_CARE, after, null));
            }
        }
        episodes.forEach(episode -> spans.addAll(episode.getPhases()));
        return Collections.unmodifiableList(spans);
    }

    /** A place makes another phase of post-prison care alone. */
    private static List<PhaseSpan> withStays(List<PhaseSpan> spans, List<Stay> stays) {
        List<PhaseSpan> all = new ArrayList<>(spans);
        for (Stay stay : stays) {
            spans.stream()
                    .filter(span -> span.getPhase().equals(CommonQuestions.APC))
                    .map(span -> new PhaseSpan(
                            CommonQuestions.UCTI,
                            latest(span.getFrom(), stay.getEnteredOn()),
                            earliest(span.getTo(), stay.getLeftOn())))
                    .filter(span -> span.getTo() == null || span.getFrom().isBefore(span.getTo()))
                    .forEach(all::add);
        }
        return Collections.unmodifiableList(all);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** @param one null for never */
    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one == null ? other : other == null || one.isBefore(other) ? one : other;
    }

    @Override
    public String says() {
        return "(" + isIn(Phases.IN_ORDER) + " or " + isAfter() + ")";
    }

    @Override
    public String says(String phase) {
        if (phase.equals(CommonQuestions.AFTER_CARE)) {
            return "(" + isAfter() + " and not " + isIn(Phases.IN_ORDER) + ")";
        }
        if (phase.equals(CommonQuestions.UCTI)) {
            return "(" + isIn(Collections.singletonList(CommonQuestions.APC)) + " and " + LIVES_THERE + ")";
        }
        return "(" + isIn(Collections.singletonList(phase))
                + (phase.equals(CommonQuestions.APC) ? " and not " + LIVES_THERE : "") + ")";
    }

    /** That the day lies within a state that stands for one of the phases. */
    private static String isIn(List<String> phases) {
        return "exists (select ps.patientStateId from PatientState ps join ps.patientProgram pp where "
                + own("pp")
                + " and ps.voided = false and ps.state.uuid in (" + states(phases) + ")"
                + " and (ps.startDate is null or ps.startDate <= " + DAY + ") and cast(pp.dateEnrolled as date) <= "
                + DAY
                + " and (ps.endDate is null and pp.dateCompleted is null or ps.endDate > " + DAY
                + " or cast(pp.dateCompleted as date) >= " + DAY
                + " and (ps.endDate is null or ps.endDate = cast(pp.dateCompleted as date)))"
                // A day that two share belongs to the later.
                + " and not exists (select pn.patientStateId from PatientState pn join pn.patientProgram pm where "
                + own("pm")
                + " and pn.voided = false and pn.state.uuid in (" + states(Phases.IN_ORDER) + ")"
                + " and pn.startDate <= " + DAY + " and (pn.startDate > ps.startDate"
                + " or pn.startDate = ps.startDate and pn.patientStateId > ps.patientStateId)))";
    }

    private static String states(List<String> phases) {
        return phases.stream()
                .map(phase -> "'" + PathwayProgram.stateOf(phase) + "'")
                .collect(Collectors.joining(","));
    }

    /** That an episode had ended before the day, and not by death. */
    private static String isAfter() {
        return "exists (select pa.patientProgramId from PatientProgram pa where " + own("pa")
                + " and cast(pa.dateCompleted as date) < " + DAY
                + " and not exists (select pd.patientStateId from PatientState pd where pd.patientProgram = pa"
                + " and pd.voided = false and pd.state.uuid = '" + PathwayProgram.endOf(Records.DIED) + "'))";
    }

    private static String own(String alias) {
        return OWN_PROGRAM.replace("#", alias);
    }
}
