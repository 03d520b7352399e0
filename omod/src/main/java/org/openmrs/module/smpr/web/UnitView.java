/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.pathway.place.NightOccupancy;
import org.openmrs.module.smpr.pathway.place.PlacementFields;
import org.openmrs.module.smpr.pathway.place.Unit;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of a unit: numbers, and nobody by name. */
final class UnitView {

    static final View<Unit> VIEW = new View<Unit>("unit", (u, level) -> u.getUuid())
            .ref("display", (u, level) -> u.getName())
            .standard(PlacementFields.NAME, (u, level) -> u.getName())
            .standard(Fields.LOCATION, (u, level) -> AssessmentView.reference(u.getLocation()))
            .standard(PlacementFields.CAPACITY, (u, level) -> u.getCapacity())
            .standard("today", (u, level) -> night(u.getToday()))
            .standard("nextFreeDay", (u, level) -> day(u.getFreeFrom()))
            .standard("daysToNextFreePlace", (u, level) -> daysTo(u))
            .standard("stay", (u, level) -> stay(u))
            .standard("retired", (u, level) -> u.isRetired())
            .standard(Fields.VERSION, (u, level) -> u.getVersion())
            .full("occupancy", (u, level) -> Shown.each(u.getNights(), UnitView::night))
            .full("auditInfo", (u, level) -> auditInfo(u));

    private UnitView() {}

    private static SimpleObject night(NightOccupancy night) {
        return new SimpleObject()
                .add("night", night.getNight().toString())
                .add("living", night.getLiving())
                .add("overstaying", night.getOverstaying())
                .add("reserved", night.getReserved())
                .add("free", night.getFree());
    }

    private static Object daysTo(Unit unit) {
        return unit.getFreeFrom()
                .map(free -> ChronoUnit.DAYS.between(unit.getToday().getNight(), free))
                .orElse(null);
    }

    /** Whether one can come for the days asked for, and else from when on for as long. */
    private static SimpleObject stay(Unit unit) {
        LocalDate from = unit.getSpan().getFrom();
        return new SimpleObject()
                .add("from", from.toString())
                .add("to", unit.getSpan().getUntil().toString())
                .add("free", unit.getFreeForSpan().equals(Optional.of(from)))
                .add("freeFrom", day(unit.getFreeForSpan()));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }

    private static SimpleObject auditInfo(Unit unit) {
        SimpleObject info = changes(unit.getAudit());
        return unit.isRetired()
                ? info.add("retiredBy", unit.getAudit().getEndedBy())
                        .add("dateRetired", moment(unit.getAudit().getDateEnded()))
                        .add("retireReason", unit.getAudit().getReason())
                : info;
    }

    /** @return who made and last changed it, and when */
    static SimpleObject changes(Unit.Audit audit) {
        SimpleObject info = new SimpleObject()
                .add("creator", audit.getCreator())
                .add("dateCreated", Shown.moment(audit.getDateCreated()));
        return audit.getDateChanged() == null
                ? info
                : info.add("changedBy", audit.getChangedBy()).add("dateChanged", Shown.moment(audit.getDateChanged()));
    }

    static Object moment(Date date) {
        return date == null ? null : Shown.moment(date);
    }
}
