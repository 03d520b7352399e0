/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The codes that the SAPROF and the common questions stand for in the dictionary, counted by hand. */
final class SaprofConcepts {

    static final List<String> CODES = Stream.of(
                    IntStream.rangeClosed(1, 17).mapToObj(i -> String.format("SAPROF.%02d", i)),
                    Stream.of("SAPROF", "SAPROF.key", "SAPROF.goal", "SAPROF.FPJ", "SAPROF.IFRJ"),
                    Stream.of("0", "0-plus", "1-minus", "1", "1-plus", "2-minus", "2", "OMIT", "NA")
                            .map(code -> "SAPROF.rating." + code),
                    Stream.of("LOW", "LOW-MODERATE", "MODERATE", "MODERATE-HIGH", "HIGH")
                            .map(code -> "SAPROF.level." + code),
                    Stream.of("2009", "2012", "2011-fr").map(code -> "SAPROF.edition." + code),
                    Stream.of(
                                    "edition",
                                    "informant",
                                    "informant.FILE",
                                    "informant.INTERVIEW",
                                    "informant.INFORMANT",
                                    "context",
                                    "context.IN",
                                    "context.OUT",
                                    "windowStart",
                                    "windowEnd",
                                    "horizon",
                                    "raterRole",
                                    "raterRole.SINGLE",
                                    "raterRole.CONSENSUS",
                                    "raterRole.INDEPENDENT",
                                    "status",
                                    "status.DRAFT",
                                    "status.COMPLETE")
                            .map(code -> "ASSESSMENT." + code))
            .flatMap(codes -> codes)
            .collect(Collectors.toUnmodifiableList());

    private SaprofConcepts() {}
}
