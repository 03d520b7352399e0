/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Map;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.pathway.place.LeavingReason;
import org.openmrs.module.smpr.pathway.place.PlacementFields;
import org.openmrs.module.smpr.pathway.place.PlacementInput;
import org.openmrs.module.smpr.pathway.place.PlacementStatus;
import org.openmrs.module.smpr.pathway.place.Priority;

/** Reads a placement, or its next step, as it is posted. */
final class PlacementBody {

    private final PostedFields fields;

    PlacementBody(Map<String, Object> body) {
        fields = new PostedFields(body);
    }

    PlacementInput newPlacement() {
        return stepOf(null);
    }

    PlacementInput stepOf(String uuid) {
        return PlacementInput.builder()
                .uuid(uuid)
                .patient(fields.uuid(Fields.PATIENT))
                .unit(fields.uuid(PlacementFields.UNIT))
                .status(fields.oneOf(PlacementFields.STATUS, PlacementStatus.class))
                .requestedOn(fields.day(PlacementFields.REQUESTED_ON))
                .priority(fields.oneOf(PlacementFields.PRIORITY, Priority.class))
                .priorityReason(fields.text(PlacementFields.PRIORITY_REASON))
                .offeredOn(fields.day(PlacementFields.OFFERED_ON))
                .reservedOn(fields.day(PlacementFields.RESERVED_ON))
                .from(fields.day(PlacementFields.FROM))
                .plannedEnd(fields.day(PlacementFields.PLANNED_END))
                .enteredOn(fields.day(PlacementFields.ENTERED_ON))
                .leftOn(fields.day(PlacementFields.LEFT_ON))
                .leftBecause(fields.oneOf(PlacementFields.LEFT_BECAUSE, LeavingReason.class))
                .endedOn(fields.day(PlacementFields.ENDED_ON))
                .reason(fields.text(Fields.REASON))
                .version(uuid == null ? null : fields.text(Fields.VERSION))
                .faults(fields.faults())
                .build();
    }
}
