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

import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Instrument;

/** Each rating at two points, and whether it has moved towards less or more risk. */
public class RatingChangeTest {

    private final TestSeries man = new TestSeries();

    @Test
    public void shouldTakeLessOfARiskFactorForLessRisk() {
        man.hcr20("2026-01-10").scale("C", "YPNPY");
        man.hcr20("2026-05-10").scale("C", "PYNNY");
        assertEquals(List.of("C1 LESS", "C2 MORE", "C3 SAME", "C4 LESS", "C5 SAME"), movements(HCR20V3, "C[1-5]"));
    }

    @Test
    public void shouldTakeMoreProtectionForLessRisk() {
        man.saprof("2026-01-10").scale("external", "01201");
        man.saprof("2026-05-10").scale("external", "12002");
        assertEquals(List.of("13 LESS", "14 LESS", "15 MORE", "16 SAME", "17 LESS"), movements(SAPROF, "1[3-7]"));
    }

    @Test
    public void shouldTakeALowerSeverityForLess() {
        man.capp("2026-01-10").scale("A", "3606");
        man.capp("2026-05-10").scale("A", "2616");
        assertEquals(List.of("A1 LESS", "A2 SAME", "A3 MORE", "A4 SAME"), movements(CAPP, "A."));
    }

    @Test
    public void shouldOrderRefinedRatingsAsTheyStand() {
        man.saprof("2026-01-10")
                .rated("13", "1")
                .rated("14", "2")
                .rated("15", "0-plus")
                .rated("16", "1-plus");
        man.saprof("2026-05-10")
                .rated("13", "1-plus")
                .rated("14", "2-minus")
                .rated("15", "1-minus")
                .rated("16", "1-plus");
        assertEquals(List.of("13 LESS", "14 MORE", "15 LESS", "16 SAME"), movements(SAPROF, "1[3-6]"));
    }

    @Test
    public void shouldSayOfAStaticItemThatMoreIsKnownAndNotThatItMoved() {
        man.hcr20("2026-01-10").rated("H3", "P").rated("H8", "Y");
        man.hcr20("2026-05-10").rated("H3", "Y").rated("H8", "N");
        man.saprof("2026-01-10").rated("01", "1");
        man.saprof("2026-05-10").rated("01", "2");
        assertEquals(List.of("H3 REINFORMED", "H4 SAME", "H8 REINFORMED"), movements(HCR20V3, "H[348]"));
        assertEquals(List.of("01 REINFORMED", "02 SAME"), movements(SAPROF, "0[12]"));
    }

    @Test
    public void shouldNotCompareWhatIsOmittedNotApplicableUnansweredOrFaulty() {
        man.saprof("2026-01-10").rated("06", "OMIT").rated("12", "NA").without("07");
        man.saprof("2026-05-10").rated("08", "OMIT").with("09", "0", "2").fault("ratings.09", "severalAnswers");
        assertEquals(
                List.of(
                        "06 NOT_COMPARABLE",
                        "07 NOT_COMPARABLE",
                        "08 NOT_COMPARABLE",
                        "09 NOT_COMPARABLE",
                        "10 SAME",
                        "12 NOT_COMPARABLE"),
                movements(SAPROF, "0[6-9]|1[02]"));
        RatingChange omitted = rating(SAPROF, "06");
        assertEquals("OMIT", omitted.getFrom().getCode());
        assertEquals("1", omitted.getTo().getCode());
        assertNull("nobody's guess", rating(SAPROF, "09").getTo());
    }

    @Test
    public void shouldNotCompareTheSameOmissionTwiceEither() {
        man.hcr20("2026-01-10").rated("C2", "OMIT");
        man.hcr20("2026-05-10").rated("C2", "OMIT");
        assertEquals(List.of("C2 NOT_COMPARABLE"), movements(HCR20V3, "C2"));
    }

    @Test
    public void shouldCompareRatingsOfOneEditionAlone() {
        man.capp("2026-01-10").rated("A1", "1");
        man.capp("2026-05-10").with("edition", "SRS");
        assertEquals(List.of("A1 NOT_COMPARABLE", "A2 NOT_COMPARABLE"), movements(CAPP, "A[12]"));
        man.capp("2026-05-20").without("edition");
        assertEquals("which may be another", List.of("A1 NOT_COMPARABLE"), movements(CAPP, "A1"));
        man.hcr20("2026-01-10").without("edition").rated("C1", "Y");
        man.hcr20("2026-05-10");
        assertEquals("of which there is but one", List.of("C1 LESS"), movements(HCR20V3, "C1"));
    }

    @Test
    public void shouldCompareEachContextByItself() {
        man.hcr20("2026-01-10").rated("R3", "Y");
        man.hcr20("2026-05-10").rated("R3", "P").ratedFor("IN", "OUT");
        assertEquals(
                List.of("IN Y P LESS", "OUT null P NOT_COMPARABLE"),
                comparison(HCR20V3).getRatings().stream()
                        .filter(rating -> rating.getItem().getCode().equals("R3"))
                        .map(rating -> rating.getQuestion().getContext() + " "
                                + (rating.getFrom() == null
                                        ? null
                                        : rating.getFrom().getCode()) + " "
                                + rating.getTo().getCode() + " " + rating.getMovement())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldNotAskOfAContextThatNeitherHasRated() {
        man.hcr20("2026-01-10");
        man.hcr20("2026-05-10");
        assertEquals(20, comparison(HCR20V3).getRatings().size());
        man.saprof("2026-01-10");
        man.saprof("2026-05-10");
        assertEquals(17, comparison(SAPROF).getRatings().size());
    }

    @Test
    public void shouldShowHowMuchEachMatteredAndCompareThatNot() {
        man.hcr20("2026-01-10").relevance("C1", "LOW").rated("C2", "N");
        man.hcr20("2026-05-10").relevance("C1", "HIGH").rated("C2", "Y");
        RatingChange insight = rating(HCR20V3, "C1");
        assertEquals(Movement.SAME, insight.getMovement());
        assertEquals("LOW", insight.getRelevanceFrom().getCode());
        assertEquals("HIGH", insight.getRelevanceTo().getCode());
        assertNull("not asked of what is absent", rating(HCR20V3, "C2").getRelevanceFrom());
        assertEquals("MODERATE", rating(HCR20V3, "C2").getRelevanceTo().getCode());
    }

    @Test
    public void shouldShowMovementsAcrossSettingsAsChartedWithTheReasonBeside() {
        man.hcr20("2026-01-10").rated("C1", "Y");
        man.hcr20("2026-05-10").outside().rated("C1", "P");
        assertEquals(List.of("C1 LESS"), movements(HCR20V3, "C1"));
        assertEquals(List.of(Reason.SETTING_CHANGED), comparison(HCR20V3).getReasons());
    }

    private Comparison comparison(Instrument instrument) {
        return man.comparison(instrument, Comparison.Kind.PREVIOUS);
    }

    private RatingChange rating(Instrument instrument, String item) {
        return comparison(instrument).getRatings().stream()
                .filter(rating -> rating.getItem().getCode().equals(item))
                .findFirst()
                .get();
    }

    private List<String> movements(Instrument instrument, String items) {
        return comparison(instrument).getRatings().stream()
                .filter(rating -> rating.getItem().getCode().matches(items))
                .map(rating -> rating.getItem().getCode() + " " + rating.getMovement())
                .collect(Collectors.toList());
    }
}
