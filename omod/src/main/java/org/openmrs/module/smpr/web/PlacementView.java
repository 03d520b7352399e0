/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.time.LocalDate;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.pathway.place.Placement;
import org.openmrs.module.smpr.pathway.place.PlacementFields;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of a placement; of the person his uuid. */
final class PlacementView {

    static final View<Placement> VIEW = new View<Placement>("placement", (p, level) -> p.getUuid())
            .ref("display", (p, level) -> display(p))
            .standard(Fields.PATIENT, (p, level) -> new SimpleObject().add("uuid", p.getPatient()))
            .standard("patientVoided", (p, level) -> p.isPatientVoided())
            .standard(PlacementFields.UNIT, (p, level) -> AssessmentView.reference(p.getUnit()))
            .standard(PlacementFields.STATUS, (p, level) -> Shown.named(p.getStatus(), status(p)))
            .standard(PlacementFields.REQUESTED_ON, (p, level) -> day(p.getRequestedOn()))
            .standard(
                    PlacementFields.PRIORITY,
                    (p, level) -> Shown.named(p.getPriority(), "smpr.placement.priority." + p.getPriority()))
            .standard(PlacementFields.PRIORITY_REASON, (p, level) -> seesReasons() ? p.getPriorityReason() : null)
            .standard(PlacementFields.OFFERED_ON, (p, level) -> day(p.getOfferedOn()))
            .standard(PlacementFields.RESERVED_ON, (p, level) -> day(p.getReservedOn()))
            .standard(PlacementFields.FROM, (p, level) -> day(p.getFrom()))
            .standard(PlacementFields.PLANNED_END, (p, level) -> day(p.getPlannedEnd()))
            .standard(PlacementFields.ENTERED_ON, (p, level) -> day(p.getEnteredOn()))
            .standard("overstaying", (p, level) -> p.isOverstaying())
            .standard(PlacementFields.LEFT_ON, (p, level) -> day(p.getLeftOn()))
            .standard(PlacementFields.LEFT_BECAUSE, (p, level) -> seesReasons() ? leftBecause(p) : null)
            .standard(PlacementFields.ENDED_ON, (p, level) -> day(p.getEndedOn()))
            .standard(Fields.REASON, (p, level) -> seesReasons() ? p.getReason() : null)
            .standard("voided", (p, level) -> p.isVoided())
            .standard(Fields.VERSION, (p, level) -> p.getVersion())
            .full("auditInfo", (p, level) -> auditInfo(p));

    private PlacementView() {}

    /** Why somebody waits, was refused or has left is of his care, and not of the places. */
    private static boolean seesReasons() {
        return Context.hasPrivilege(SmprPrivileges.MANAGE_PLACES) || Context.hasPrivilege(SmprPrivileges.GET_PATHWAY);
    }

    private static String display(Placement placement) {
        LocalDate day = reached(placement);
        return Messages.text(
                "smpr.placement.display",
                placement.getUnit().getName(),
                Messages.text(status(placement)),
                Messages.language().day(day));
    }

    /** @return the day of its latest step; of a reservation the day from which it holds */
    private static LocalDate reached(Placement placement) {
        switch (placement.getStatus()) {
            case WAITING:
                return placement.getRequestedOn();
            case OFFERED:
            case RESERVED:
                return placement.getFrom();
            case ENTERED:
                return placement.getEnteredOn();
            case LEFT:
                return placement.getLeftOn();
            default:
                return placement.getEndedOn();
        }
    }

    private static String status(Placement placement) {
        return "smpr.placement.status." + placement.getStatus();
    }

    private static SimpleObject leftBecause(Placement placement) {
        return placement.getLeftBecause() == null
                ? null
                : Shown.named(placement.getLeftBecause(), "smpr.placement.left." + placement.getLeftBecause());
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static SimpleObject auditInfo(Placement placement) {
        SimpleObject info = UnitView.changes(placement.getAudit());
        return placement.isVoided()
                ? info.add("voidedBy", placement.getAudit().getEndedBy())
                        .add("dateVoided", UnitView.moment(placement.getAudit().getDateEnded()))
                        .add("voidReason", placement.getAudit().getReason())
                : info;
    }
}
