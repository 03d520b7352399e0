/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.openmrs.module.smpr.TestInstruments.CAPP;
import static org.openmrs.module.smpr.TestInstruments.HCR20V3;
import static org.openmrs.module.smpr.TestInstruments.SAPROF;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.trajectory.TestSeries.Charted;

/** What is missing from the picture. */
public class GapsTest {

    private final TestSeries man = new TestSeries();

    @Test
    public void shouldMissNothingWhereAllIsThere() {
        reviewed("2026-05-10");
        man.saprof("2026-05-10");
        man.capp("2026-05-10");
        assertEquals(List.of(), man.trajectory().getGaps());
    }

    @Test
    public void shouldSayOfWhichInstrumentThereIsNoAssessment() {
        reviewed("2026-05-10");
        man.saprof("2026-05-10").with("raterRole", "INDEPENDENT");
        assertEquals(List.of("SAPROF NEVER_ASSESSED null", "CAPP NEVER_ASSESSED null"), gaps());
    }

    @Test
    public void shouldSayOfNoInstrumentThatTheReaderMayNotSee() {
        reviewed("2026-05-10");
        man.visible(HCR20V3);
        assertEquals(List.of(), gaps());
    }

    @Test
    public void shouldSayForHowLongNobodyHasLooked() {
        man.readOn("2026-06-01");
        reviewed("2025-10-15");
        man.saprof("2025-12-01");
        man.capp("2025-12-02");
        assertEquals(List.of("HCR20V3 NOT_LATELY 2025-10-15", "SAPROF NOT_LATELY 2025-12-01"), gaps());
        // Since 15 October: seven whole months; since 1 December: six, which is as far as the SAPROF looks ahead.
        assertEquals(7, (int) man.trajectory().getGaps().get(0).getMonths());
        assertEquals(6, (int) man.trajectory().getGaps().get(1).getMonths());
    }

    @Test
    public void shouldSayThatADraftIsToBeCompleted() {
        reviewed("2026-05-10").with("status", "DRAFT");
        man.visible(HCR20V3);
        assertEquals(List.of("HCR20V3 NEVER_ASSESSED null", "HCR20V3 DRAFT 2026-05-10"), gaps());
        man.hcr20("2026-05-11").without("status").with("reviewDate", LocalDate.of(2026, 11, 1));
        reviewed("2026-05-12");
        assertEquals(List.of("HCR20V3 DRAFT 2026-05-10", "HCR20V3 DRAFT 2026-05-11"), gaps());
    }

    @Test
    public void shouldNameEachItemOmittedInTheLatestOnce() {
        reviewed("2026-01-10").rated("C1", "OMIT");
        reviewed("2026-05-10").rated("H9", "OMIT").ratedFor("IN", "OUT").rated("R5", "OMIT");
        man.visible(HCR20V3);
        assertEquals(List.of("HCR20V3 OMITTED 2026-05-10"), gaps());
        assertEquals(
                List.of("H9", "R5"),
                man.trajectory().getGaps().get(0).getItems().stream()
                        .map(item -> item.getCode())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldNotCallAnItemOmittedThatIsRatedOrDoesNotApply() {
        reviewed("2026-05-10").relevance("C1", "OMIT");
        man.saprof("2026-05-10").rated("12", "NA");
        man.visible(HCR20V3, SAPROF);
        assertEquals(List.of(), gaps());
    }

    @Test
    public void shouldSayThatAnswersAreToBeChecked() {
        reviewed("2026-01-10").fault("ratings.C1.presence", "severalAnswers");
        man.visible(HCR20V3);
        assertEquals(List.of("HCR20V3 TO_CHECK 2026-01-10"), gaps());
        reviewed("2026-05-10");
        assertEquals(List.of(), gaps());
    }

    @Test
    public void shouldSayThatTheWindowWasTooShort() {
        man.capp("2026-05-10").shortWindow();
        man.visible(CAPP);
        assertEquals(List.of("CAPP SHORT_WINDOW 2026-05-10"), gaps());
    }

    @Test
    public void shouldSayThatNoReviewIsSetWhereTheInstrumentAsksForOne() {
        reviewed("2026-01-10");
        man.hcr20("2026-05-10");
        man.saprof("2026-05-10");
        man.visible(HCR20V3, SAPROF);
        assertEquals(List.of("HCR20V3 NO_REVIEW 2026-05-10"), gaps());
    }

    @Test
    public void shouldCarryNothingThatAKindDoesNotHave() {
        man.hcr20("2026-05-10");
        man.visible(HCR20V3);
        Gap gap = man.trajectory().getGaps().get(0);
        assertNull(gap.getMonths());
        assertEquals(List.of(), gap.getItems());
    }

    @Test
    public void shouldSetAReviewAsTheClinicianDid() {
        reviewed("2025-05-10").with("reviewDate", LocalDate.of(2025, 11, 1));
        reviewed("2026-05-10").with("reviewDate", LocalDate.of(2026, 6, 1));
        Review review = review(HCR20V3);
        assertEquals(LocalDate.of(2026, 6, 1), review.getDate());
        assertEquals("HCR20V3 2026-05-10", review.getSetBy().getUuid());
    }

    @Test
    public void shouldBeOverdueFromTheDayAfter() {
        reviewed("2026-05-10").with("reviewDate", LocalDate.of(2026, 6, 1));
        man.readOn("2026-06-01");
        assertEquals(false, review(HCR20V3).isOverdue());
        man.readOn("2026-06-02");
        assertEquals(true, review(HCR20V3).isOverdue());
    }

    @Test
    public void shouldNotCarryAReviewOverFromAnEarlierAssessment() {
        reviewed("2025-05-10").with("reviewDate", LocalDate.of(2025, 11, 1));
        man.hcr20("2026-05-10");
        assertNull(review(HCR20V3).getDate());
        assertEquals(false, review(HCR20V3).isOverdue());
    }

    @Test
    public void shouldSetNoReviewByADraft() {
        man.hcr20("2026-01-10");
        reviewed("2026-05-10").with("status", "DRAFT");
        assertNull(review(HCR20V3).getDate());
    }

    @Test
    public void shouldHaveNoReviewOfAnInstrumentThatAsksForNoneOrWasNeverRated() {
        man.saprof("2026-05-10");
        assertEquals(List.of(), man.trajectory().getReviews());
    }

    private Charted reviewed(String day) {
        return man.hcr20(day).with("reviewDate", LocalDate.of(2026, 11, 1));
    }

    private Review review(Instrument instrument) {
        return man.trajectory().getReviews().stream()
                .filter(review -> review.getInstrument().equals(instrument))
                .findFirst()
                .get();
    }

    private List<String> gaps() {
        return man.trajectory().getGaps().stream()
                .map(gap -> gap.getInstrument().getCode() + " " + gap.getKind() + " "
                        + (gap.getAssessment() == null
                                ? null
                                : gap.getAssessment().getUuid().split(" ")[1]))
                .collect(Collectors.toList());
    }
}
