/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;

public class WordingTest {

    private static final Wording ENGLISH = new Wording(TestLanguage.ENGLISH);

    private static final Wording FRENCH = new Wording(TestLanguage.FRENCH);

    @Test
    public void shouldShowAsManyDigitsAsTheColumnHas_RoundedHalfUp_AndTheLastOnesWhereTheyAre0() {
        Column two = Column.number("mean", 2);
        assertEquals("3.40", ENGLISH.cell(Cell.number(3.4), two));
        assertEquals("3.13", ENGLISH.cell(Cell.number(3.125), two));
        assertEquals("12346", ENGLISH.cell(Cell.number(12345.6), Column.number("mean", 0)));
    }

    @Test
    public void shouldPartDigitsByAFrenchComma_AndGroupNone() {
        assertEquals("12345,68", FRENCH.cell(Cell.number(12345.678), Column.number("mean", 2)));
    }

    @Test
    public void shouldGiveNoSignToWhatIsRoundedToNothing() {
        assertEquals("0.00", ENGLISH.cell(Cell.number(-0.004), Column.number("mean", 2)));
        assertEquals("0,0", FRENCH.cell(Cell.number(-0.04), Column.number("mean", 1)));
        assertEquals("0", ENGLISH.cell(Cell.number(-0.4), Column.number("mean", 0)));
        assertEquals("\u22120.01", ENGLISH.cell(Cell.number(-0.006), Column.number("mean", 2)));
        assertEquals("0.0%", ENGLISH.percentage(-0.0001, 1));
    }

    @Test
    public void shouldGiveSharesAsPercentages_AsTheLanguageSpacesThem() {
        assertEquals("12.5%", ENGLISH.cell(Cell.number(0.125), Column.share("share")));
        assertEquals("12,5\u00a0%", FRENCH.cell(Cell.number(0.125), Column.share("share")));
        assertEquals("100.0%", ENGLISH.cell(Cell.number(1), Column.share("share")));
        assertEquals("0.0%", ENGLISH.cell(Cell.number(0), Column.share("share")));
    }

    @Test
    public void shouldNeverCallAProbability0() {
        assertEquals("<\u00a00.001", ENGLISH.cell(Cell.number(0), Column.p("p")));
        assertEquals("<\u00a00.001", ENGLISH.cell(Cell.number(0.00099), Column.p("p")));
        assertEquals("0.001", ENGLISH.cell(Cell.number(0.001), Column.p("p")));
        assertEquals("<\u00a00,001", FRENCH.cell(Cell.number(1e-12), Column.p("p")));
        assertEquals("1,000", FRENCH.cell(Cell.number(1), Column.p("p")));
    }

    @Test
    public void shouldSayNothingOfWhatIsNotDefined_AndThatThereIsSomethingOfWhatIsNotTold() {
        assertEquals("–", ENGLISH.cell(Cell.number(Double.NaN), Column.number("mean", 2)));
        assertEquals("–", ENGLISH.cell(Cell.empty(), Column.count("n")));
        assertEquals("0", ENGLISH.cell(Cell.count(0), Column.count("n")));
        assertEquals("n.t.", ENGLISH.cell(Cell.suppressed(), Column.count("n")));
        assertEquals("n.t.", ENGLISH.cell(Cell.suppressed("flow.included"), Column.count("n")));
    }

    @Test
    public void shouldSayTermsInTheLanguage_WithWhatTheySpeakOf() {
        assertEquals("12 months", ENGLISH.say(Term.of("horizon", "MONTHS", 12)));
        assertEquals("12000 months", ENGLISH.say(Term.of("horizon", "MONTHS", 12000)));
        assertEquals(
                "en détention", FRENCH.say(Term.of("T0", new Label(Map.of("en", "in custody", "fr", "en détention")))));
        assertEquals(
                "As in the plan of analysis, version 2, frozen on 1 Feb 2026.",
                ENGLISH.say(Term.of("standing", "PLANNED", 2, LocalDate.of(2026, 2, 1))));
        assertEquals(
                "made within the window: made outside the window",
                ENGLISH.say(Term.of("term", "because", Term.of("term", "DONE"), Term.of("term", "DONE_OUTSIDE"))));
        assertEquals(
                "Known to be free of an event only by: a; b. Other sources are told apart and never counted as that.",
                ENGLISH.say(Term.of("definition", "sources", Arrays.asList(Term.ofCode("a"), Term.ofCode("b")))));
    }

    @Test
    public void shouldSayWhatATableIsAbout_AsTheLanguageSpacesIt() {
        assertEquals(
                "What is known at each horizon: 12 months",
                ENGLISH.title("table", "horizons", Collections.singletonList(Term.of("horizon", "MONTHS", 12))));
        assertEquals("Flow of participants", ENGLISH.title("finding", "flow", Collections.emptyList()));
        assertEquals(
                "\u00a0: 12 mois",
                FRENCH.title("table", "horizons", Collections.singletonList(Term.of("horizon", "MONTHS", 12)))
                        .replaceFirst("^[^:\u00a0]*", ""));
    }
}
