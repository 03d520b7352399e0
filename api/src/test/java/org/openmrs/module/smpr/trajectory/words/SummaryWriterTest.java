/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.words;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Date;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.trajectory.TestSeries;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;

/** What the five sentences say, what they say it from, and what they never say. */
public class SummaryWriterTest {

    private static final Pattern DAY = Pattern.compile("\\d+ [A-Z][a-z]{2} \\d{4}");

    private final TestSeries man = new TestSeries();

    @Test
    public void shouldSayWhatItRestsOn() {
        someoneWhoMoved();
        assertEquals(
                "3 complete assessments, from 1 Jun 2025 to 2 May 2026: HCR-20 V3 (2, the latest on 1 May 2026, in an"
                        + " institution, consensus of raters), SAPROF (1, on 2 May 2026, in an institution,"
                        + " consensus of raters), CAPP (none).",
                english(0));
    }

    @Test
    public void shouldSayHowManyOfThemWereAmended() {
        man.saprof("2026-03-01");
        man.saprof("2026-05-01").amended();
        assertTrue(english(0), english(0).contains("to 1 May 2026*: "));
        assertTrue(english(0), english(0).endsWith(" One of them was amended after it was complete (marked *)."));
    }

    @Test
    public void shouldSumUpNothingWhereWhatCountsIsHiddenFromTheReader() {
        someoneWhoMoved();
        man.hiding(TestInstruments.SAPROF, "2026-05-02", true);
        assertEquals(
                "Nothing is summed up here: of SAPROF, an assessment that counts is hidden from this reader until both"
                        + " ratings of a blind pair are complete.",
                english(0));
    }

    @Test
    public void shouldNameWhatIsHiddenAndDoesNotCountAmongWhatIsNotKnown() {
        someoneWhoMoved();
        man.hiding(TestInstruments.SAPROF, "2026-05-02", false);
        assertTrue(
                english(4),
                english(4).contains("SAPROF rating hidden from this reader until both of a blind pair are complete"));
    }

    @Test
    public void shouldGiveTheOpinionsAsCharted() {
        man.hcr20("2025-06-01");
        man.hcr20("2026-05-01").with("CP.IN", "LOW").without("IV.IN");
        assertEquals(
                "Final opinions, as charted: HCR-20 V3 of 1 May 2026 – in an institution, case prioritization (future"
                        + " violence): low or routine (on 1 Jun 2025: high or urgent), serious physical harm: high (as"
                        + " on 1 Jun 2025), imminent violence: not stated (on 1 Jun 2025: high).",
                english(1));
    }

    @Test
    public void shouldSayWhatMovedAndWhatCanBeSaidOfIt() {
        someoneWhoMoved();
        assertTrue(
                english(2),
                english(2)
                        .startsWith("HCR-20 V3 from 1 Jun 2025 to 1 May 2026: 1 item towards less risk (C2), none"
                                + " towards more risk, 8 the same, 1 not comparable (C3) – nothing is tested"));
        man.reliability(TestInstruments.HCR20V3, "R", 3.02, 0.87);
        assertTrue(
                english(2),
                english(2)
                        .contains(" – risk management items in an institution: no detectable change (within measurement"
                                + " error); to be expected"));
    }

    @Test
    public void shouldSayWhyNothingIsTestedWhereItIsForOneReason() {
        man.reliability(TestInstruments.HCR20V3, "R", 3.02, 0.87);
        man.hcr20("2025-06-01").with("raterRole", "SINGLE");
        man.hcr20("2026-05-01");
        assertTrue(
                english(2),
                english(2)
                        .contains("nothing is tested against measurement error (one is by a single rater, the other a"
                                + " consensus)"));
    }

    @Test
    public void shouldExpectNothingOfWhatCannotBeCompared() {
        for (String day : new String[] {"2025-06-01", "2026-05-01"}) {
            TestSeries.Charted omitted = man.hcr20(day);
            for (int i = 1; i <= 5; i++) {
                omitted.rated("C" + i, "OMIT").rated("R" + i, "OMIT");
            }
        }
        assertTrue(english(2), english(2).contains("no item can be compared"));
        assertTrue(english(2), english(2).endsWith(")."));
    }

    @Test
    public void shouldNotLetAFallOfExternalProtectionAtReleaseBeTakenForFailure() {
        man.saprof("2025-06-01").rated("17", "2");
        man.saprof("2026-05-01").outside("APC").rated("17", "0");
        assertTrue(
                french(2),
                french(2)
                        .contains("une baisse de la protection externe à la sortie et à la fin de la prise en soin,"
                                + " qui n’est pas un échec"));
        assertTrue(french(2), french(2).contains("rien n’est testé, le contexte ayant changé"));
    }

    @Test
    public void shouldCompareNothingAcrossEditions() {
        man.capp("2025-06-01");
        man.capp("2026-05-01").outside().with("edition", "SRS").rated("A1", "0");
        assertTrue(english(2), english(2).endsWith("2026: nothing is compared, because the editions differ."));
    }

    @Test
    public void shouldNameTheMostRelevantTargetsAndWhatProtects() {
        someoneWhoMoved();
        assertTrue(
                english(3),
                english(3)
                        .startsWith("HCR-20 V3 of 1 May 2026, to work on, the most relevant first: C1 Insight (present,"
                                + " relevance high, found since 1 Jun 2025), C4 Instability"));
        assertTrue(english(3), english(3).contains(", and 3 more; not rated this time, and so not known: C3"));
        assertTrue(
                english(3),
                english(3).endsWith("goal items to build (SAPROF of 2 May 2026): 05 Self-control, 06 Work."));
    }

    @Test
    public void shouldSayWhatIsNotKnown() {
        someoneWhoMoved();
        assertEquals(
                "Not known, or to be done: no complete assessment with CAPP; HCR-20 V3 of 1 May 2026 (C3 omitted, no date"
                        + " of review set).",
                english(4));
        man.hcr20("2026-05-20").with("reviewDate", LocalDate.parse("2026-05-30"));
        assertTrue(english(4), english(4).contains("HCR-20 V3 review, set for 30 May 2026, overdue"));
    }

    @Test
    public void shouldAlwaysBeFiveSentences() {
        assertEquals("No complete assessment has been charted.", english(0));
        assertEquals("No final opinion has been charted.", english(1));
        assertEquals("No instrument has complete assessments of two days: nothing is said of change.", english(2));
        assertEquals("No dynamic risk item has been rated: what is to be worked on is not known.", english(3));
        assertEquals("Not known, or to be done: no complete assessment with HCR-20 V3, SAPROF, CAPP.", english(4));
        assertEquals(5, summary(TestLanguage.FRENCH).getSentences().size());
    }

    @Test
    public void shouldTakeEveryDayFromAnAssessmentThatTheSentenceRestsOn() {
        someoneWhoMoved();
        for (Summary.Sentence sentence : summary(TestLanguage.ENGLISH).getSentences()) {
            Set<String> days = sentence.getRestsOn().stream()
                    .map(TestLanguage.ENGLISH::day)
                    .collect(Collectors.toSet());
            Matcher named = DAY.matcher(sentence.getText());
            while (named.find()) {
                assertTrue(named.group() + " in " + sentence.getText(), days.contains(named.group()));
            }
        }
    }

    @Test
    public void shouldSayTheSameToWhoeverMaySeeSumsAndToWhoeverMayNot() {
        someoneWhoMoved();
        man.reliability(TestInstruments.HCR20V3, "R", 3.02, 0.87);
        SummaryWriter writer = new SummaryWriter(TestLanguage.ENGLISH);
        assertEquals(
                writer.write(man.trajectory(TrajectorySearch.builder().build(), true))
                        .text(),
                writer.write(man.trajectory(TrajectorySearch.builder().build(), false))
                        .text());
    }

    @Test
    public void shouldSayThatAPartIsAPart() {
        someoneWhoMoved();
        Summary summary = new SummaryWriter(TestLanguage.FRENCH)
                .write(man.trajectory(
                        TrajectorySearch.builder().instrument("SAPROF").build(), false));
        assertTrue(summary.text(), summary.text().startsWith("Pour la partie demandée"));
        assertEquals("fr", summary.getLanguage());
    }

    @Test
    public void shouldNotTakeAnOmittedFactorForOneThatIsGone() {
        man.hcr20("2025-09-10").rated("N").rated("C2", "Y").relevance("C2", "HIGH");
        man.hcr20("2026-02-10").rated("N").rated("C2", "OMIT");
        assertTrue(
                english(3),
                english(3)
                        .startsWith(
                                "No dynamic risk item, of those rated, is present or partly present (HCR-20 V3 of 10"
                                        + " Feb 2026); not rated this time, and so not known: C2 Violent ideation or intent (present"
                                        + " on 10 Sep 2025)"));
    }

    @Test
    public void shouldTellTheOpinionsAtEntryOfAManWhoIsOut() {
        man.hcr20("2025-06-01").with("CP.IN", "HIGH");
        man.hcr20("2026-05-01").outside("APC").with("CP.OUT", "LOW");
        assertTrue(
                english(1),
                english(1)
                        .contains(
                                "HCR-20 V3 of 1 Jun 2025 – in an institution, case prioritization (future violence): high"));
        assertTrue(
                english(1),
                english(1)
                        .contains(
                                "HCR-20 V3 of 1 May 2026 – in the community, case prioritization (future violence): low"));
    }

    @Test
    public void shouldSayForWhichContextAnOpinionWasGivenWhereThatChanged() {
        man.saprof("2025-06-01");
        man.saprof("2026-05-01").outside("APC");
        assertTrue(english(1), english(1).contains("moderate (on 1 Jun 2025, in an institution: moderate)"));
    }

    @Test
    public void shouldTellWhatCanBeTestedWithinTheSettingThatHeIsIn() {
        man.reliability(TestInstruments.HCR20V3, "C", 2.89, 0.88);
        man.hcr20("2025-06-01");
        man.hcr20("2025-11-01").outside("APC").scale("C", "YYYYY");
        man.hcr20("2026-05-01").outside("APC").scale("C", "NNNNN");
        // Since the release from 10 to 0, beyond 2.8.
        assertTrue(english(2), english(2).contains("HCR-20 V3 from 1 Jun 2025 to 1 May 2026"));
        assertTrue(
                english(2), english(2).contains("HCR-20 V3 from 1 Nov 2025 to 1 May 2026: 5 items towards less risk"));
        assertTrue(english(2), english(2).contains("clinical items: lower, beyond measurement error"));
    }

    @Test
    public void shouldSayNothingOfThePresentWhereOnlyAPartOfTheTimeWasAskedFor() {
        man.hcr20("2024-01-10").with("reviewDate", LocalDate.parse("2024-07-10"));
        man.hcr20("2026-05-10").with("reviewDate", LocalDate.parse("2026-11-10"));
        Summary summary = new SummaryWriter(TestLanguage.ENGLISH)
                .write(man.trajectory(
                        TrajectorySearch.builder()
                                .to(Date.from(LocalDate.parse("2024-12-31")
                                        .atStartOfDay(TestSeries.ZONE)
                                        .toInstant()))
                                .build(),
                        false));
        assertEquals(
                "Not known, or to be done: what lies outside the part asked for.",
                summary.getSentences().get(4).getText());
    }

    private void someoneWhoMoved() {
        man.hcr20("2025-06-01").rated("C1", "Y").relevance("C1", "HIGH").rated("C2", "Y");
        man.hcr20("2026-05-01")
                .rated("C1", "Y")
                .relevance("C1", "HIGH")
                .rated("C2", "N")
                .rated("C3", "OMIT");
        man.saprof("2026-05-02");
    }

    private String english(int sentence) {
        return summary(TestLanguage.ENGLISH).getSentences().get(sentence).getText();
    }

    private String french(int sentence) {
        return summary(TestLanguage.FRENCH).getSentences().get(sentence).getText();
    }

    private Summary summary(Language language) {
        return new SummaryWriter(language).write(man.trajectory());
    }
}
