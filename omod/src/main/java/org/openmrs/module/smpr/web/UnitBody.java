/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Map;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.pathway.place.PlacementFields;
import org.openmrs.module.smpr.pathway.place.UnitInput;

/** Reads a unit as it is posted. */
final class UnitBody {

    private final PostedFields fields;

    UnitBody(Map<String, Object> body) {
        fields = new PostedFields(body);
    }

    UnitInput newUnit() {
        return changeOf(null);
    }

    UnitInput changeOf(String uuid) {
        return UnitInput.builder()
                .uuid(uuid)
                .name(fields.text(PlacementFields.NAME))
                .location(fields.uuid(Fields.LOCATION))
                .capacity(fields.number(PlacementFields.CAPACITY))
                .version(uuid == null ? null : fields.text(Fields.VERSION))
                .faults(fields.faults())
                .build();
    }
}
