/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openmrs.module.smpr.instrument.FaultReason;
import org.openmrs.module.smpr.instrument.JsonNodeReader;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.IndexRelease;

/** Reads what a site sets of its outcome register. */
final class OutcomeRegisterReader {

    /** What the database keeps of a name with each answer. */
    private static final int LONGEST_NAME = 100;

    private static final int MOST_MONTHS = 600;

    private static final int LONGEST_LAG = 20;

    private final JsonNodeReader json;

    /** @param json the section of the document */
    OutcomeRegisterReader(JsonNodeReader json) {
        this.json = json;
    }

    OutcomeRegisterSettings read() {
        OutcomeRegisterSettings.OutcomeRegisterSettingsBuilder settings = OutcomeRegisterSettings.builder()
                .legalBasis(legalBasis())
                .indexRelease(code("indexRelease", IndexRelease.class))
                .clock(code("clock", ClockStart.class))
                .violentDefinition(violentDefinition())
                .convictionLagYears(convictionLagYears());
        if (json.has("sufficientSources")) {
            settings.sufficientSources(sufficientSources());
        }
        if (json.has("horizons")) {
            settings.horizons(horizons());
        }
        json.refuseUnread();
        return settings.build();
    }

    private LegalBasis legalBasis() {
        JsonNodeReader basis = json.has("legalBasis") ? json.object("legalBasis") : null;
        if (basis == null) {
            return null;
        }
        LegalBasis read = new LegalBasis(basis.labelOrText("text"), basis.day("date"), basis.text("who"));
        basis.refuseUnread();
        return read;
    }

    private ViolentDefinition violentDefinition() {
        JsonNodeReader definition = json.has("violentDefinition") ? json.object("violentDefinition") : null;
        if (definition == null) {
            return null;
        }
        String name = definition.text("name");
        if (name.length() > LONGEST_NAME) {
            definition.fault("name", FaultReason.TOO_LONG, LONGEST_NAME);
        }
        ViolentDefinition read = new ViolentDefinition(name, definition.label("text"));
        definition.refuseUnread();
        return read;
    }

    private Integer convictionLagYears() {
        Integer years = json.optionalInteger("convictionLagYears");
        if (years != null && (years < 0 || years > LONGEST_LAG)) {
            json.fault("convictionLagYears", FaultReason.OUT_OF_RANGE, 0, LONGEST_LAG);
        }
        return years;
    }

    private Set<OutcomeSource> sufficientSources() {
        Set<OutcomeSource> sources = new LinkedHashSet<>();
        for (String code : json.texts("sufficientSources")) {
            if (known(OutcomeSource.class).contains(code)) {
                sources.add(OutcomeSource.valueOf(code));
            } else {
                json.fault(
                        "sufficientSources", FaultReason.NONE_OF, code, String.join(", ", known(OutcomeSource.class)));
            }
        }
        return Collections.unmodifiableSet(sources);
    }

    private List<Integer> horizons() {
        List<Integer> months = json.integers("horizons");
        for (int i = 0; i < months.size(); i++) {
            if (months.get(i) < 1 || months.get(i) > MOST_MONTHS || i > 0 && months.get(i) <= months.get(i - 1)) {
                json.fault("horizons/" + i, FaultReason.FALLING_MONTHS, MOST_MONTHS);
            }
        }
        return Collections.unmodifiableList(months);
    }

    private <E extends Enum<E>> E code(String key, Class<E> type) {
        return json.has(key) ? Enum.valueOf(type, json.oneOf(key, known(type).toArray(new String[0]))) : null;
    }

    private static <E extends Enum<E>> List<String> known(Class<E> type) {
        List<String> codes = new ArrayList<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> codes.add(constant.name()));
        return codes;
    }
}
