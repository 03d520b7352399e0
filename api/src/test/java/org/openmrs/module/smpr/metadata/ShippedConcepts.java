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

    /** A question a line, and the codes of its answers. */
    private static final Stream<String> PATHWAY = Stream.of(
                    "ENTRY.ecrou",
                    "ENTRY.legalStatus REMAND SENTENCED BOTH NOT-KNOWN",
                    "ENTRY.legalStatusSince",
                    "ENTRY.offence HOMICIDE VIOLENCE DOMESTIC SEXUAL THREATS ROBBERY PROPERTY ARSON DRUGS ROAD OTHER NOT-KNOWN",
                    "ENTRY.incarcerations",
                    "ENTRY.diagnosis ORGANIC SUBSTANCE PSYCHOTIC MOOD ANXIETY PERSONALITY INTELLECTUAL NEURODEVELOPMENTAL OTHER NONE NOT-KNOWN",
                    "ENTRY.addiction ALCOHOL TOBACCO CANNABIS OPIOIDS STIMULANTS MEDICINES OTHER GAMBLING NONE NOT-KNOWN",
                    "ENTRY.housing OWN HOSTED INSTITUTION NONE NOT-KNOWN",
                    "ENTRY.work EMPLOYED TRAINING UNEMPLOYED NOT-WORKING NOT-KNOWN",
                    "ENTRY.ties PARTNER CHILDREN FAMILY FRIENDS NONE NOT-KNOWN",
                    "RELEASE.planned",
                    "RELEASE.leftBuilding",
                    "RELEASE.ecrouLifted",
                    "RELEASE.manner SENTENCE-END PAROLE CONSTRAINT DDSE SEMI-LIBERTY OUTSIDE-PLACEMENT REMAND-ENDED JUDICIAL-SUPERVISION OTHER NOT-KNOWN",
                    "RELEASE.withoutSupervision YES NO NOT-KNOWN",
                    "RELEASE.measures CARE-OBLIGATION CARE-INJUNCTION THERAPEUTIC-INJUNCTION SOCIO-JUDICIAL NONE NOT-KNOWN",
                    "EXTENSION.until",
                    "EXTENSION.reason",
                    "END.reason COMPLETED BROKEN-OFF REINCARCERATED TRANSFERRED DIED OTHER",
                    "END.relay MADE ASKED REFUSED NONE NOT-KNOWN",
                    "END.note",
                    "IN-CHARGE.profession PSYCHIATRIST PSYCHOLOGIST NURSE SOCIAL-WORKER OTHER",
                    "CONTACT.kind CONSULTATION HOME-VISIT CUSTODY ACCOMPANIMENT PHONE GROUP OTHER",
                    "CONTACT.outcome KEPT MISSED CANCELLED",
                    "CONTACT.cancelledBy PERSON SERVICE OTHER NOT-KNOWN",
                    "CONTACT.note",
                    "ACTION.risk",
                    "ACTION.goal",
                    "ACTION.what",
                    "ACTION.who",
                    "ACTION.to",
                    "ACTION.result ONGOING ACHIEVED PARTLY NOT-ACHIEVED ABANDONED",
                    "ACTION.note",
                    "RELAY.to CMP CSAPA GENERAL-PRACTITIONER HOSPITAL HOUSING WORK SOCIAL SPIP OTHER",
                    "RELAY.service",
                    "RELAY.agreement YES NO",
                    "RELAY.answer WAITING ACCEPTED REFUSED",
                    "RELAY.answered",
                    "RELAY.firstVisit",
                    "RELAY.note")
            .map(line -> line.split(" "))
            .flatMap(codes -> Stream.concat(
                    Stream.of(codes[0]), Stream.of(codes).skip(1).map(answer -> codes[0] + "." + answer)));

    /** The dynamic items, which an action answers by; those of the SAPROF are questions themselves. */
    private static final Stream<String> ITEMS =
            Stream.concat(numbered("C", 5), numbered("R", 5)).map(item -> "HCR20V3." + item);

    static final List<String> CODES = Stream.of(
                    COMMON, SAPROF, HCR20V3, CAPP, Stream.of("HCR20V3", "CAPP", "PATHWAY"), SUMMARY, PATHWAY, ITEMS)
            .flatMap(codes -> codes)
            .collect(Collectors.toUnmodifiableList());

    private ShippedConcepts() {}

    private static Stream<String> numbered(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> letter + i);
    }
}
