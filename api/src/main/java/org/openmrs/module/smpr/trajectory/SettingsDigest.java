/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.SiteSettings;

/**
 * What a site has set that decides what is said of an instrument's assessments, as a short value: the same however the
 * settings are written down, whenever they were accepted, and whatever is set for other instruments.
 */
final class SettingsDigest {

    private static final List<Object> NOTHING = Arrays.asList(Collections.emptyMap(), Collections.emptySet());

    private SettingsDigest() {}

    static String of(Instrument instrument, SiteSettings settings) {
        InstrumentSettings set = settings.forInstrument(instrument.getCode());
        Map<String, Object> said = new TreeMap<>();
        said.put("labels", labels(instrument, settings));
        said.put("options", new TreeSet<>(set.getOptions()));
        said.put("notAskedWhere", sorted(set.getNotAskedWhere(), where -> sorted(where, TreeSet::new)));
        said.put("omissionLimits", new TreeMap<>(set.getOmissionLimits()));
        // Where the figures come from is printed with them, and changes nothing that is said.
        said.put(
                "reliability",
                sorted(
                        set.getReliability(),
                        r -> Double.toHexString(r.getSd()) + " " + Double.toHexString(r.getReliability())));
        said.put("indices", new TreeMap<>(set.getIndexWithinDays()));
        // What is not set leaves no trace, so that a version of the module that knows more settings finds the same
        // value.
        said.values().removeAll(NOTHING);
        if (instrument.getTargets() != null && settings.getSameField().isOfSite()) {
            // Also where it is empty: it then puts nothing in the place of the module's suggestion.
            said.put("sameField", new TreeMap<>(settings.getSameField().getItems()));
        }
        if (instrument.getDefinition() != null) {
            said.put("definition", instrument.getDefinition());
        }
        return Digest.of(said.toString());
    }

    private static Map<String, Object> labels(Instrument instrument, SiteSettings settings) {
        Map<String, Object> labels = sorted(settings.getLabels(), label -> new TreeMap<>(label.texts()));
        labels.keySet().retainAll(instrument.labelCodes());
        return labels;
    }

    private static <T> Map<String, Object> sorted(Map<String, T> map, Function<T, Object> value) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> value.apply(entry.getValue()), (one, other) -> one, TreeMap::new));
    }
}
