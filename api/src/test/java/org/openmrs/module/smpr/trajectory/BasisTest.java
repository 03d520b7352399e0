/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.SiteSettingsReader;

public class BasisTest {

    private static final ZoneId AMIENS = ZoneId.of("Europe/Paris");

    private static final List<Instrument> ALL =
            List.of(TestInstruments.HCR20V3, TestInstruments.SAPROF, TestInstruments.CAPP);

    private static final SiteSettingsReader SITE = new SiteSettingsReader(ALL);

    private final Basis basis = of(
            complete(TestInstruments.SAPROF, "b", "2026-03-01", "1-24"),
            complete(TestInstruments.HCR20V3, "a", "2026-03-01", "1-70"),
            complete(TestInstruments.CAPP, "c", "2025-03-01", "0-40"));

    @Test
    public void shouldNameEveryCountedAssessmentALineInOrderOfTheirDaysThenTheSettingsOfEachInstrument() {
        String[] lines = basis.text().split("\n");
        assertEquals(
                List.of("CAPP 2025-03-01 c 0-40", "HCR20V3 2026-03-01 a 1-70", "SAPROF 2026-03-01 b 1-24"),
                List.of(lines).subList(0, 3));
        assertEquals(6, lines.length);
        assertTrue(lines[3], lines[3].matches("CAPP settings [0-9a-f]{16}"));
        assertTrue(lines[4], lines[4].matches("HCR20V3 settings [0-9a-f]{16}"));
        assertTrue(lines[5], lines[5].matches("SAPROF settings [0-9a-f]{16}"));
    }

    @Test
    public void shouldCountNoDraftAndNoSecondRating() {
        assertEquals(
                "",
                of(
                                assessment(
                                        TestInstruments.SAPROF,
                                        "d",
                                        "2026-03-01",
                                        "1",
                                        Map.of("status", List.of("DRAFT"))),
                                assessment(
                                        TestInstruments.SAPROF,
                                        "e",
                                        "2026-03-01",
                                        "1",
                                        Map.of("status", List.of("COMPLETE"), "raterRole", List.of("INDEPENDENT"))))
                        .text());
    }

    @Test
    public void shouldBeReadBackFromItsText() {
        assertEquals(Optional.of(basis), Basis.read(basis.text()));
    }

    @Test
    public void shouldNotBeReadFromWhatIsNone() {
        for (String text : new String[] {
            "",
            "SAPROF",
            "SAPROF 2026-03-01 b",
            "SAPROF yesterday b 1",
            "a b c d e",
            "\n",
            // Of no assessment; and which of the two?
            "SAPROF settings 1",
            "SAPROF 2026-03-01 b 1\nSAPROF settings 1\nSAPROF settings 2"
        }) {
            assertEquals(text, Optional.empty(), Basis.read(text));
        }
    }

    @Test
    public void shouldHaveAShortVersionThatChangesWithAnyAssessment() {
        assertTrue(basis.version(), basis.version().matches("[0-9a-f]{16}"));
        assertEquals(
                basis.version(),
                of(
                                complete(TestInstruments.CAPP, "c", "2025-03-01", "0-40"),
                                complete(TestInstruments.SAPROF, "b", "2026-03-01", "1-24"),
                                complete(TestInstruments.HCR20V3, "a", "2026-03-01", "1-70"))
                        .version());
        assertNotEquals(
                basis.version(),
                of(
                                complete(TestInstruments.SAPROF, "b", "2026-03-01", "1-25"),
                                complete(TestInstruments.HCR20V3, "a", "2026-03-01", "1-70"),
                                complete(TestInstruments.CAPP, "c", "2025-03-01", "0-40"))
                        .version());
        assertNotEquals(
                basis.version(),
                of(complete(TestInstruments.SAPROF, "b", "2026-03-01", "1-24")).version());
        assertNotEquals(basis.version(), Basis.NONE.version());
    }

    @Test
    public void shouldFindNothingChangedWhereNothingIs() {
        assertEquals(List.of(), basis.changesTo(basis, ALL));
    }

    @Test
    public void shouldTellWhatWasChangedWhatIsGoneAndWhatIsNewInOrderOfTheDays() {
        Basis now = of(
                complete(TestInstruments.SAPROF, "b", "2026-04-01", "2-24"),
                complete(TestInstruments.HCR20V3, "a", "2026-03-01", "1-70"),
                complete(TestInstruments.CAPP, "n", "2025-12-24", "3-40"));
        assertEquals(
                List.of("GONE CAPP c 2025-03-01", "NEW CAPP n 2025-12-24", "CHANGED SAPROF b 2026-04-01"),
                basis.changesTo(now, ALL).stream()
                        .map(change ->
                                change.getKind() + " " + change.getInstrument().getCode() + " "
                                        + change.getEntry().getAssessment() + " "
                                        + change.getEntry().getDay())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldTellOfAnAssessmentThatIsADraftAgainThatItIsGone() {
        Basis rated = of(complete(TestInstruments.SAPROF, "b", "2026-03-01", "1"));
        Basis now = of(assessment(TestInstruments.SAPROF, "b", "2026-03-01", "2", Map.of("status", List.of("DRAFT"))));
        assertEquals(BasisChange.Kind.GONE, rated.changesTo(now, ALL).get(0).getKind());
        assertEquals(BasisChange.Kind.NEW, now.changesTo(rated, ALL).get(0).getKind());
    }

    @Test
    public void shouldTellForWhichInstrumentsTheSiteHasSetSomethingElse() {
        Basis now = of(
                SITE.read("a test", """
                        {"format": 1, "instruments": {
                          "SAPROF": {"reliability": {"total": {"sd": 2.1, "reliability": 0.8, "source": "ours"}}},
                          "CAPP": {"omissionLimits": {"total": 3}}}}"""),
                complete(TestInstruments.SAPROF, "b", "2026-03-01", "1-24"),
                complete(TestInstruments.HCR20V3, "a", "2026-03-01", "1-70"),
                complete(TestInstruments.CAPP, "c", "2025-03-01", "0-40"));
        List<BasisChange> changes = basis.changesTo(now, ALL);
        assertEquals(
                List.of("SETTINGS SAPROF", "SETTINGS CAPP"),
                changes.stream()
                        .map(change ->
                                change.getKind() + " " + change.getInstrument().getCode())
                        .collect(Collectors.toList()));
        assertNull(changes.get(0).getEntry());
        assertNotEquals(basis.version(), now.version());
    }

    @Test
    public void shouldSayNothingOfSettingsThatAreNotKnownBecauseItWasFiledWithoutThem() {
        Basis before = Basis.read("SAPROF 2026-03-01 b 1-24").get();
        Basis now = of(
                SITE.read(
                        "a test",
                        "{\"format\": 1, \"instruments\": {\"SAPROF\": {\"omissionLimits\": {\"total\": 2}}}}"),
                complete(TestInstruments.SAPROF, "b", "2026-03-01", "1-24"));
        assertEquals(List.of(), before.changesTo(now, ALL));
        assertEquals("SAPROF 2026-03-01 b 1-24", before.text());
    }

    @Test
    public void shouldKnowWithWhichInstrumentsItWasMade() {
        assertTrue(basis.isOf(Set.of("HCR20V3", "SAPROF", "CAPP")));
        assertFalse(basis.isOf(Set.of("HCR20V3", "SAPROF")));
        assertTrue(Basis.NONE.isOf(Set.of()));
    }

    private static Basis of(Assessment... assessments) {
        return of(SiteSettings.NONE, assessments);
    }

    private static Basis of(SiteSettings settings, Assessment... assessments) {
        return Basis.of(List.of(assessments), settings, AMIENS);
    }

    private static Assessment complete(Instrument instrument, String uuid, String day, String version) {
        return assessment(instrument, uuid, day, version, Map.of("status", List.of("COMPLETE")));
    }

    /** Made at midnight, which in Greenwich is the day before. */
    private static Assessment assessment(
            Instrument instrument, String uuid, String day, String version, Map<String, List<Object>> answers) {
        return Assessment.builder()
                .uuid(uuid)
                .instrument(instrument)
                .date(Date.from(LocalDate.parse(day).atStartOfDay(AMIENS).toInstant()))
                .answers(answers)
                .faults(Collections.emptyList())
                .version(version)
                .build();
    }
}
