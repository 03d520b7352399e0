/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.PhaseHistory;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.assessment.PhasesOfCare;
import org.openmrs.module.smpr.pathway.plan.EpisodePlan;
import org.openmrs.module.smpr.pathway.plan.PlanOfCare;
import org.openmrs.module.smpr.pathway.plan.PlanSource;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.RecordSearch;
import org.openmrs.module.smpr.pathway.record.RecordService;
import org.openmrs.module.smpr.pathway.record.Records;

/** Reads a person's way through care for whoever puts it beside his assessments. */
public class PersonPathwayReader {

    private final PhasesOfCare phasesOfCare;

    private final RecordService recordService;

    private final PlanSource plans;

    private final Clock clock;

    public PersonPathwayReader(PhasesOfCare phasesOfCare, RecordService recordService, PlanSource plans, Clock clock) {
        this.phasesOfCare = phasesOfCare;
        this.recordService = recordService;
        this.plans = plans;
        this.clock = clock;
    }

    /** @return the phases, which every reader of assessments may see; actions for those who may read the pathway */
    public PersonPathway of(String patient) {
        PhaseHistory history = phasesOfCare.of(Collections.singleton(patient)).get(patient);
        List<PhaseSpan> phases = history == null ? Collections.emptyList() : apart(history.getSpans());
        if (!Context.hasPrivilege(SmprPrivileges.GET_PATHWAY)) {
            return new PersonPathway(phases, null, null);
        }
        return phases.isEmpty() ? PersonPathway.NONE : new PersonPathway(phases, actions(patient), plans(patient));
    }

    private List<EpisodePlan> plans(String patient) {
        PlanOfCare plan = plans.read(Collections.singleton(patient)).get(patient);
        return plan == null ? Collections.emptyList() : plan.on(LocalDate.now(clock));
    }

    private List<PathwayRecord> actions(String patient) {
        List<PathwayRecord> actions = new ArrayList<>(recordService.getRecords(RecordSearch.builder()
                .patient(patient)
                .types(Collections.singleton(Records.ACTION))
                .build()));
        Collections.reverse(actions);
        return Collections.unmodifiableList(actions);
    }

    /** Where two share days the later in the history holds: the other ends before it, so that each day has one. */
    private static List<PhaseSpan> apart(List<PhaseSpan> history) {
        List<LocalDate> bounds = history.stream()
                .flatMap(span ->
                        span.getTo() == null ? Stream.of(span.getFrom()) : Stream.of(span.getFrom(), span.getTo()))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.toList());
        PhaseHistory all = new PhaseHistory(history);
        List<PhaseSpan> apart = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            LocalDate from = bounds.get(i);
            LocalDate to = i + 1 < bounds.size() ? bounds.get(i + 1) : null;
            String phase = all.on(from).orElse(null);
            PhaseSpan last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (phase == null) {
                continue;
            }
            if (last != null && last.getPhase().equals(phase) && from.equals(last.getTo())) {
                apart.set(apart.size() - 1, new PhaseSpan(phase, last.getFrom(), to));
            } else {
                apart.add(new PhaseSpan(phase, from, to));
            }
        }
        return Collections.unmodifiableList(apart);
    }
}
