/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Value;

/** What the record says of one provider of an encounter. */
@Value
public class RaterRow {

    Integer encounter;

    String provider;

    String givenName;

    String familyName;

    /** @param rows of one encounter; a provider of several names stands there once for each, the one to show first */
    public static List<Reference> references(List<RaterRow> rows) {
        Map<String, Reference> providers = new LinkedHashMap<>();
        for (RaterRow row : rows) {
            String name = Stream.of(row.givenName, row.familyName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            providers.putIfAbsent(row.provider, new Reference(row.provider, name.isEmpty() ? null : name));
        }
        return Collections.unmodifiableList(new ArrayList<>(providers.values()));
    }
}
