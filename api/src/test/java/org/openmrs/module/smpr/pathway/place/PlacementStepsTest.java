/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import static org.junit.Assert.assertEquals;
import static org.openmrs.module.smpr.pathway.place.PlacementStatus.DECLINED;
import static org.openmrs.module.smpr.pathway.place.PlacementStatus.ENTERED;
import static org.openmrs.module.smpr.pathway.place.PlacementStatus.LEFT;
import static org.openmrs.module.smpr.pathway.place.PlacementStatus.OFFERED;
import static org.openmrs.module.smpr.pathway.place.PlacementStatus.REFUSED;
import static org.openmrs.module.smpr.pathway.place.PlacementStatus.RESERVED;
import static org.openmrs.module.smpr.pathway.place.PlacementStatus.WAITING;
import static org.openmrs.module.smpr.pathway.place.PlacementStatus.WITHDRAWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.module.smpr.assessment.Fault;

/** Every step from every status, allowed or refused. */
public class PlacementStepsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private static final Map<PlacementStatus, Set<PlacementStatus>> ALLOWED = Map.of(
            WAITING, Set.of(WAITING, OFFERED, REFUSED, WITHDRAWN),
            OFFERED, Set.of(OFFERED, WAITING, RESERVED, DECLINED, REFUSED, WITHDRAWN),
            RESERVED, Set.of(RESERVED, ENTERED, DECLINED, REFUSED, WITHDRAWN),
            ENTERED, Set.of(ENTERED, LEFT),
            LEFT, Set.of(),
            DECLINED, Set.of(),
            REFUSED, Set.of(),
            WITHDRAWN, Set.of());

    @Test
    public void shouldAllowTheseStepsAndRefuseAllOthersWithTheReason() {
        for (PlacementStatus before : PlacementStatus.values()) {
            for (PlacementStatus next : PlacementStatus.values()) {
                PlacementRecord record = record(before);
                List<Fault> faults = new ArrayList<>();
                boolean taken = step(record, input(next), faults);

                String step = before + " to " + next;
                boolean allowed = ALLOWED.get(before).contains(next);
                assertEquals(step, allowed, taken);
                if (allowed) {
                    assertEquals(step, List.of(), faults);
                    assertEquals(step, next, record.status());
                } else if (ALLOWED.get(before).isEmpty()) {
                    assertEquals(step, List.of(Fault.of("status", "placementEnded", before.name())), faults);
                } else {
                    assertEquals(step, "cannotFollow", faults.get(0).getCode());
                    assertEquals(step, 1, faults.size());
                    assertEquals(step, before, record.status());
                }
            }
        }
    }

    @Test
    public void shouldBeginAsWhateverIsOpenOrAsAStayThatIsOver() {
        for (PlacementStatus first : PlacementStatus.values()) {
            List<Fault> faults = new ArrayList<>();
            PlacementInput.PlacementInputBuilder input = input(first);
            boolean taken = step(new PlacementRecord(), first == LEFT ? input.enteredOn(TODAY) : input, faults);
            boolean allowed = Set.of(WAITING, OFFERED, RESERVED, ENTERED, LEFT).contains(first);
            assertEquals(first.name(), allowed, taken);
            assertEquals(
                    first.name(),
                    allowed ? List.of() : List.of(Fault.of("status", "cannotBegin", first.name())),
                    faults);
        }
    }

    private static boolean step(
            PlacementRecord record, PlacementInput.PlacementInputBuilder input, List<Fault> faults) {
        return new PlacementStep(record, input.build(), TODAY, faults).take(day -> CareOnDay.IN_APC);
    }

    /** What the step takes, and no more. */
    private static PlacementInput.PlacementInputBuilder input(PlacementStatus next) {
        PlacementInput.PlacementInputBuilder input = PlacementInput.builder().status(next);
        switch (next) {
            case OFFERED:
            case RESERVED:
                return input.from(TODAY);
            case LEFT:
                return input.leftOn(TODAY).leftBecause(LeavingReason.DIED);
            case DECLINED:
            case REFUSED:
            case WITHDRAWN:
                return input.reason("invented");
            default:
                return input;
        }
    }

    private static PlacementRecord record(PlacementStatus status) {
        PlacementRecord record = new PlacementRecord();
        record.setPatient(new Patient());
        record.setStatus(status.name());
        record.setPriority(Priority.NORMAL.name());
        record.setRequestedOn(TODAY.minusDays(20));
        if (status != WAITING) {
            record.setStayFrom(TODAY.minusDays(5));
            record.setPlannedEnd(TODAY.plusDays(100));
        }
        if (status == ENTERED || status == LEFT) {
            record.setEnteredOn(TODAY.minusDays(5));
        }
        return record;
    }
}
