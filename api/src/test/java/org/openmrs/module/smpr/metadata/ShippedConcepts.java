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

/** The codes that the three instruments, the common questions and the other records stand for in the dictionary, counted by hand. */
final class ShippedConcepts {

    private static final Stream<String> COMMON = Stream.of(
                    "edition",
                    "informant",
                    "informant.FILE",
                    "informant.INTERVIEW",
                    "informant.INFORMANT",
                    "context",
                    "context.IN",
                    "context.OUT",
                    "phase",
                    "phase.CUSTODY",
                    "phase.PRE-RELEASE",
                    "phase.APC",
                    "phase.UCTI",
                    "phase.AFTER-CARE",
                    "windowStart",
                    "windowEnd",
                    "horizon",
                    "raterRole",
                    "raterRole.SINGLE",
                    "raterRole.CONSENSUS",
                    "raterRole.INDEPENDENT",
                    "status",
                    "status.DRAFT",
                    "status.COMPLETE",
                    "amendment")
            .map(code -> "ASSESSMENT." + code);

    private static final Stream<String> SAPROF = Stream.of(
                    IntStream.rangeClosed(1, 17).mapToObj(i -> String.format("SAPROF.%02d", i)),
                    Stream.of("SAPROF", "SAPROF.key", "SAPROF.goal", "SAPROF.FPJ", "SAPROF.IFRJ", "SAPROF.basis"),
                    Stream.of("0", "0-plus", "1-minus", "1", "1-plus", "2-minus", "2", "OMIT", "NA")
                            .map(code -> "SAPROF.rating." + code),
                    Stream.of("LOW", "LOW-MODERATE", "MODERATE", "MODERATE-HIGH", "HIGH")
                            .map(code -> "SAPROF.level." + code),
                    Stream.of("2009", "2012", "2011-fr").map(code -> "SAPROF.edition." + code))
            .flatMap(codes -> codes);

    /** Presence and relevance of 20 items, the five R items twice; presence alone of 28 sub-items, the two of R4 twice. */
    private static final Stream<String> HCR20V3 = Stream.of(
                    Stream.concat(
                                    Stream.concat(numbered("H", 10), numbered("C", 5)),
                                    numbered("R", 5).flatMap(code -> Stream.of(code + ".IN", code + ".OUT")))
                            .flatMap(code -> Stream.of(code + ".presence", code + ".relevance")),
                    Stream.of("H1.a", "H1.b", "H1.c", "H2.a", "H2.b", "H2.c", "H3.a", "H3.b", "H6.a", "H6.b", "H6.c")
                            .map(code -> code + ".presence"),
                    Stream.of("H7.a", "H7.b", "H8.a", "H8.b").map(code -> code + ".presence"),
                    Stream.of("C1.a", "C1.b", "C1.c", "C3.a", "C3.b", "C3.c", "C4.a", "C4.b", "C4.c", "C5.a", "C5.b")
                            .map(code -> code + ".presence"),
                    Stream.of("R4.a.IN", "R4.b.IN", "R4.a.OUT", "R4.b.OUT").map(code -> code + ".presence"),
                    Stream.of("CP.IN", "CP.OUT", "SPH.IN", "SPH.OUT", "IV.IN", "IV.OUT"),
                    Stream.of("OC-H", "OC-C", "OC-R", "formulation", "otherRisks", "reviewDate"),
                    numbered("scenario", 3)
                            .flatMap(code -> Stream.of("nature", "severity", "imminence", "frequency", "likelihood")
                                    .map(part -> code + "." + part)),
                    Stream.of("monitoring", "supervision", "treatment", "victimSafety")
                            .map(code -> "management." + code),
                    Stream.of("N", "P", "Y", "OMIT").map(code -> "presence." + code),
                    Stream.of("LOW", "MODERATE", "HIGH", "OMIT").map(code -> "relevance." + code),
                    Stream.of("LOW", "MODERATE", "HIGH")
                            .flatMap(code -> Stream.of("priority." + code, "level." + code)),
                    Stream.of("edition.V3"))
            .flatMap(codes -> codes)
            .map(code -> "HCR20V3." + code);

    private static final Stream<String> CAPP = Stream.of(
                    Stream.of("A4", "B6", "C5", "D6", "E5", "S7")
                            .flatMap(last -> numbered(last.substring(0, 1), Integer.parseInt(last.substring(1)))),
                    Stream.of("0", "1", "2", "3", "4", "5", "6", "OMIT").map(code -> "severity." + code),
                    Stream.of("edition.IRS", "edition.SRS"))
            .flatMap(codes -> codes)
            .map(code -> "CAPP." + code);

    private static final Stream<String> SUMMARY = Stream.of(
                    "text",
                    "language",
                    "language.en",
                    "language.fr",
                    "wording",
                    "wording.AUTOMATIC",
                    "wording.EDITED",
                    "basis",
                    "seal")
            .map(code -> "SUMMARY." + code);

    static final List<String> CODES = Stream.of(COMMON, SAPROF, HCR20V3, CAPP, Stream.of("HCR20V3", "CAPP"), SUMMARY)
            .flatMap(codes -> codes)
            .collect(Collectors.toUnmodifiableList());

    private ShippedConcepts() {}

    private static Stream<String> numbered(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> letter + i);
    }
}
