/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.words;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
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
                        + " institution, consensus of raters), SAPROF (1, the latest on 2 May 2026, in an institution,"
                        + " consensus of raters), CAPP (none).",
                english(0));
    }

    @Test
    public void shouldGiveTheOpinionsAsCharted() {
        man.hcr20("2025-06-01");
        man.hcr20("2026-05-01").with("CP.IN", "LOW").without("IV.IN");
        assertEquals(
                "Final opinions, as charted: case prioritization (future violence) – in an institution: low or routine"
                        + " on 1 May 2026 (on 1 Jun 2025: high or urgent); serious physical harm – in an institution:"
                        + " high on 1 May 2026 (as on 1 Jun 2025); imminent violence – in an institution: not stated on"
                        + " 1 May 2026 (on 1 Jun 2025: high).",
                english(1));
    }

    @Test
    public void shouldSayWhatMovedAndWhatCanBeSaidOfIt() {
        someoneWhoMoved();
        assertTrue(
                english(2),
                english(2)
                        .startsWith("HCR-20 V3 from 1 Jun 2025 to 1 May 2026: 1 item towards less risk (C2), none"
                                + " towards more risk, 8 the same, 1 not comparable (C3), nothing can be tested"));
        man.reliability(TestInstruments.HCR20V3, "R", 3.02, 0.87);
        assertTrue(
                english(2),
                english(2).contains("no detectable change: risk management items in an institution; to be"));
    }

    @Test
    public void shouldNotLetAFallOfExternalProtectionAtReleaseBeTakenForFailure() {
        man.saprof("2025-06-01").rated("17", "2");
        man.saprof("2026-05-01").outside("APC").rated("17", "0");
        assertTrue(
                french(2),
                french(2)
                        .contains("la protection externe baisse à la sortie et à la fin de la prise en soin,"
                                + " ce qui n’est pas un échec"));
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
                                + " relevance high, since 1 Jun 2025), C4 Instability"));
        assertTrue(english(3), english(3).contains(", and 3 more; key items to keep (SAPROF of 2 May 2026): 05"));
        assertTrue(
                english(3),
                english(3).endsWith("goal items to build (SAPROF of 2 May 2026): 05 Self-control, 06 Work."));
    }

    @Test
    public void shouldSayWhatIsNotKnown() {
        someoneWhoMoved();
        assertEquals(
                "Not known, or to be done: HCR-20 V3 of 1 May 2026: C3 omitted; HCR-20 V3 of 1 May 2026 sets no date of"
                        + " review; CAPP never rated.",
                english(4));
        man.hcr20("2026-05-20").with("reviewDate", LocalDate.parse("2026-05-30"));
        assertTrue(english(4), english(4).contains("review of the HCR-20 V3, set for 30 May 2026, is overdue"));
    }

    @Test
    public void shouldAlwaysBeFiveSentences() {
        assertEquals("No complete assessment has been charted.", english(0));
        assertEquals("No final opinion has been charted.", english(1));
        assertEquals(
                "There are no two assessments with one instrument to compare, so nothing is said of change.",
                english(2));
        assertEquals(
                "Not known, or to be done: HCR-20 V3 never rated; SAPROF never rated; CAPP never rated.", english(4));
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
