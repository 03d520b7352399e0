/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hibernate.SessionFactory;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;

public class SimultaneousPlacementTest extends SmprContextTest {

    private static final int PEOPLE = 6;

    private static final String UNIT = "org.openmrs.module.smpr.pathway.place.UnitRecord";

    @Test
    public void shouldPromiseTwoPlacesToTwoAndTellTheOthersFromWhenOneIsFree() throws Exception {
        LocalDate from = LocalDate.now().plusDays(3);
        Unit unit = Context.getService(UnitService.class)
                .saveUnit(UnitInput.builder()
                        .name("Invented flat-share")
                        .location(TestPeople.location().getUuid())
                        .capacity(2)
                        .build());
        List<PlacementInput> inputs = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Patient man = TestPathwayDays.in(applicationContext).inApc(TestPeople.patient());
            inputs.add(PlacementInput.builder()
                    .unit(unit.getUuid())
                    .patient(man.getUuid())
                    .status(PlacementStatus.RESERVED)
                    .from(from)
                    .plannedEnd(from.plusDays(10))
                    .build());
        }
        Simultaneously.commit();
        try {
            List<Callable<String>> bookings = new ArrayList<>();
            inputs.forEach(input -> bookings.add(() -> book(input)));
            String full = "FULL, free from " + from.plusDays(10);
            assertEquals(List.of(full, full, full, full, "booked", "booked"), Simultaneously.call(bookings, 60_000));
        } finally {
            Context.clearSession();
            String ofUnit = ".unit.id in (select u.id from " + UNIT + " u where u.uuid = :unit)";
            delete("org.openmrs.module.smpr.pathway.place.Night n where n" + ofUnit, unit);
            delete("org.openmrs.module.smpr.pathway.place.PlacementRecord p where p" + ofUnit, unit);
            delete(UNIT + " u where u.uuid = :unit", unit);
            Simultaneously.commit();
        }
    }

    private void delete(String rows, Unit unit) {
        applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createQuery("delete from " + rows)
                .setParameter("unit", unit.getUuid())
                .executeUpdate();
    }

    private static String book(PlacementInput input) {
        try {
            Context.getService(PlacementService.class).savePlacement(input);
            return "booked";
        } catch (PlaceConflictException e) {
            return e.getKind() + ", free from " + e.getFreeFrom().orElse(null);
        }
    }
}
