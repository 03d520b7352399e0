/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.metadata.StableUuid;

/** The records that the pathway is charted with, by their codes, and the codes of what they answer. */
public final class Records {

    /** What is known when an episode begins, on the day on which it does. */
    public static final String ENTRY = "ENTRY";

    /** A release, planned or made. */
    public static final String RELEASE = "RELEASE";

    public static final String PLANNED = "planned";

    public static final String LEFT_BUILDING = "leftBuilding";

    public static final String ECROU_LIFTED = "ecrouLifted";

    /** A later end of post-prison care than was planned. */
    public static final String EXTENSION = "EXTENSION";

    public static final String UNTIL = "until";

    /** How an episode ended, on the day on which it did. */
    public static final String END = "END";

    public static final String REASON = "reason";

    public static final String DIED = "DIED";

    /** Who follows a person from a day on: the provider. */
    public static final String IN_CHARGE = "IN-CHARGE";

    public static final String CONTACT = "CONTACT";

    public static final String OUTCOME = "outcome";

    public static final String KEPT = "KEPT";

    /** What is done about an item, from a day on. */
    public static final String ACTION = "ACTION";

    public static final String RISK = "risk";

    public static final String GOAL = "goal";

    public static final String TO = "to";

    public static final String RELAY = "RELAY";

    private static final Map<String, RecordType> BY_ENCOUNTER_TYPE = byEncounterType();

    private Records() {}

    private static Map<String, RecordType> byEncounterType() {
        Map<String, RecordType> types = new LinkedHashMap<>();
        Definitions.recordTypes().stream()
                .filter(type -> type.getSubject() == RecordType.Subject.PATHWAY)
                .forEach(type -> types.put(StableUuid.ofEncounterType(type.getCode()), type));
        return Collections.unmodifiableMap(types);
    }

    /** @return the records of the pathway, by uuid of their encounter type */
    static Map<String, RecordType> byEncounterTypes() {
        return BY_ENCOUNTER_TYPE;
    }

    /** @param codes null for all */
    static Map<String, RecordType> byEncounterTypes(Collection<String> codes) {
        Map<String, RecordType> types = new LinkedHashMap<>(BY_ENCOUNTER_TYPE);
        types.values().removeIf(type -> codes != null && !codes.contains(type.getCode()));
        return types;
    }

    /** @return the record of that code, if it is one of the pathway */
    public static Optional<RecordType> find(String code) {
        return BY_ENCOUNTER_TYPE.values().stream()
                .filter(type -> type.getCode().equals(code))
                .findFirst();
    }
}
