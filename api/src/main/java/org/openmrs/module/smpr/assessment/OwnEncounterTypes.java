/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteInForce;

/** Knows which encounter types are those of what the module charts, the site's own instruments among them. */
public class OwnEncounterTypes {

    /** Known without asking the database. */
    private static final Set<String> SHIPPED = Stream.concat(
                    Definitions.shipped().stream().map(Instrument::getCode),
                    Definitions.recordTypes().stream().map(RecordType::getCode))
            .map(StableUuid::ofEncounterType)
            .collect(Collectors.toSet());

    private final SiteInForce inForce;

    public OwnEncounterTypes(SiteInForce inForce) {
        this.inForce = inForce;
    }

    /** @param type the uuid of an encounter type; of most types that are not the module's no statement is needed to say so */
    boolean contains(String type) {
        return SHIPPED.contains(type)
                || StableUuid.canBe(type)
                        && inForce.get().getDefined().stream()
                                .anyMatch(instrument -> StableUuid.ofEncounterType(instrument.getCode())
                                        .equals(type));
    }
}
