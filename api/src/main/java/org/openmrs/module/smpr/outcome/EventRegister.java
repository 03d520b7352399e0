/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;
import org.openmrs.module.smpr.site.SiteService;

/** Keeps the events. */
final class EventRegister extends Register<OutcomeEventRow, OutcomeEvent> {

    private static final Comparator<OutcomeEvent> BY_DATE =
            Comparator.comparing(EventRegister::start, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final OutcomeDao dao;

    private final SiteService siteService;

    private final NodeLocks locks;

    EventRegister(
            OutcomeDao dao, MergedPatients mergedPatients, SiteService siteService, NodeLocks locks, Clock clock) {
        super(OutcomeEventRow.class, BY_DATE, dao, mergedPatients, clock);
        this.dao = dao;
        this.locks = locks;
        this.siteService = siteService;
    }

    private static LocalDate start(OutcomeEvent event) {
        return event.getDate() == null ? event.getFrom() : event.getDate().getEarliest();
    }

    @Override
    OutcomeEventRow newRow() {
        return new OutcomeEventRow();
    }

    @Override
    OutcomeEvent read(OutcomeEvent before, PatientRow patient, GivenAnswers given, Days days, List<Fault> faults) {
        OutcomeEvent event = new EventRules(
                        given,
                        faults,
                        siteService.getSettings().getOutcomeRegister().getViolentDefinition(),
                        days)
                .read(before == null ? OutcomeEvent.builder().build() : before);
        if (event.getKind() == Kind.DEATH
                && patient != null
                && (before == null ? hasDiedMeanwhile(patient) : hasDied(patient, event.getUuid()))) {
            faults.add(Fault.of(RegisterFields.KIND, "alreadyDead"));
        }
        return event;
    }

    /** Whatever was recorded until the lock was had is seen, also where the transaction has read before. */
    private boolean hasDiedMeanwhile(PatientRow patient) {
        locks.holdUntilTheTransactionEnds(NodeLock.DEATHS);
        return dao.anyStands(
                Kind.DEATH, merged(Collections.singletonList(patient)).keySet());
    }

    private boolean hasDied(PatientRow patient, String thisOne) {
        return of(OutcomeSearch.builder().patient(patient.getUuid()).build()).stream()
                .anyMatch(event ->
                        event.getKind() == Kind.DEATH && !event.getUuid().equals(thisOne));
    }
}
