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

/**
 * The phases of care as the states of people's episodes have them. The day of a change belongs to the later phase, the last
 * day of an episode to its last phase, and the days after it, until another begins, to none but "after the end of care".
 */
public class EpisodePhases implements PhasesOfCare {

    private static final String DIED = "DIED";

    /** The day of the encounter. */
    private static final String DAY = "cast(e.encounterDatetime as date)";

    private static final String OWN_PROGRAM =
            "#.patient = e.patient and #.voided = false and #.program.uuid = '" + PathwayProgram.UUID + "'";

    private final EpisodeDao dao;

    private final Clock clock;

    public EpisodePhases(EpisodeDao dao, Clock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    @Override
    public Map<String, PhaseHistory> of(Collection<String> patients) {
        List<ProgramRow> programs = dao.programs(patients, false);
        Map<Integer, List<StateRow>> states =
                dao.states(programs.stream().map(ProgramRow::getId).collect(Collectors.toList()));
        EpisodeReader reader = new EpisodeReader(clock.getZone());
        Map<String, PhaseHistory> histories = new LinkedHashMap<>();
        programs.stream()
                .collect(Collectors.groupingBy(ProgramRow::getPatient))
                .forEach((patient, own) ->
                        histories.put(patient, history(reader.read(own, states, Collections.emptyList()))));
        return histories;
    }

    /** What is later in the list holds: the days after an episode come before whatever begins on them. */
    private static PhaseHistory history(List<Episode> episodes) {
        List<PhaseSpan> spans = new ArrayList<>();
        for (Episode episode : episodes) {
            if (!episode.isOpen() && !DIED.equals(episode.getEndReason())) {
                LocalDate after = episode.getEnded().plusDays(1);
                spans.add(new PhaseSpan(CommonQuestions.AFTER_CARE, after, null));
            }
        }
        episodes.forEach(episode -> spans.addAll(episode.getPhases()));
        return new PhaseHistory(Collections.unmodifiableList(spans));
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
        return isIn(Collections.singletonList(phase));
    }

    /** That the day lies within a state that stands for one of the phases. */
    private static String isIn(List<String> phases) {
        String states = phases.stream()
                .map(phase -> "'" + PathwayProgram.stateOf(phase) + "'")
                .collect(Collectors.joining(","));
        return "exists (select ps.patientStateId from PatientState ps join ps.patientProgram pp where "
                + own("pp")
                + " and ps.voided = false and ps.state.uuid in (" + states + ")"
                + " and (ps.startDate is null or ps.startDate <= " + DAY + ") and cast(pp.dateEnrolled as date) <= "
                + DAY
                + " and (ps.endDate is null and pp.dateCompleted is null or ps.endDate > " + DAY
                + " or cast(pp.dateCompleted as date) >= " + DAY
                + " and (ps.endDate is null or ps.endDate = cast(pp.dateCompleted as date))))";
    }

    /** That an episode had ended before the day, and not by death. */
    private static String isAfter() {
        return "exists (select pa.patientProgramId from PatientProgram pa where " + own("pa")
                + " and cast(pa.dateCompleted as date) < " + DAY
                + " and not exists (select pd.patientStateId from PatientState pd where pd.patientProgram = pa"
                + " and pd.voided = false and pd.state.uuid = '" + PathwayProgram.endOf(DIED) + "'))";
    }

    private static String own(String alias) {
        return OWN_PROGRAM.replace("#", alias);
    }
}
