/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Value;

/**
 * Which items of other instruments are shown beside an item, because their labels speak of the same field of life. It is
 * of no manual and says nothing of effects: a suggestion of the module, or what the site has put in its place.
 */
@Value
public class SameField {

    /** By code of an item ({@code HCR20V3.C5}), the codes of those beside it, in order. */
    Map<String, List<String>> items;

    /** Whether the site has set it; it is the module's suggestion else. */
    boolean ofSite;

    /** @return the codes of the items in the same field; empty for none */
    public List<String> of(String instrument, String item) {
        return items.getOrDefault(instrument + "." + item, Collections.emptyList());
    }

    /** @return the key of what has to be known of it in the message files */
    public String messageKey() {
        return ofSite ? "smpr.sameField.ofSite" : "smpr.sameField.suggested";
    }

    /**
     * Reads the entry {@code sameField}, noting its faults.
     *
     * @param instruments of which it can speak
     */
    public static SameField read(JsonNodeReader json, List<Instrument> instruments, boolean ofSite) {
        Set<String> known = instruments.stream()
                .flatMap(i -> i.getItems().stream().map(item -> i.getCode() + "." + item.getCode()))
                .collect(Collectors.toSet());
        Map<String, List<String>> items = new LinkedHashMap<>();
        JsonNodeReader entries = json.object("sameField");
        if (entries != null) {
            for (String code : entries.keys()) {
                List<String> beside = new ArrayList<>(new LinkedHashSet<>(entries.texts(code)));
                if (!known.contains(code)) {
                    entries.fault(code, FaultReason.NO_ITEM_OF_ANY, code);
                }
                beside.stream()
                        .filter(other -> !known.contains(other))
                        .forEach(other -> entries.fault(code, FaultReason.NO_ITEM_OF_ANY, other));
                items.put(code, Collections.unmodifiableList(beside));
            }
        }
        return new SameField(Collections.unmodifiableMap(items), ofSite);
    }
}
