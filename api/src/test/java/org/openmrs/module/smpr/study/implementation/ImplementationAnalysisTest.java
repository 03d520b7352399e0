/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.implementation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.study.data.TestStudy.subject;
import static org.openmrs.module.smpr.study.result.TestFindings.count;
import static org.openmrs.module.smpr.study.result.TestFindings.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.pathway.plan.BreakInCare;
import org.openmrs.module.smpr.pathway.plan.CareGiven;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.CareGap;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.study.data.CareEvent;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;

public class ImplementationAnalysisTest {

    @Test
    public void shouldTellApartWhatHeMissedWhatWasCancelledAndWhatNobodyStated() {
        List<CareEvent> contacts = Stream.of("KEPT", "KEPT", "MISSED", "CANCELLED", null)
                .map(ImplementationAnalysisTest::contact)
                .collect(Collectors.toList());
        Finding finding = finding(contacts);
        ResultTable months = table(finding, "months");

        assertEquals(2, count(months, "contactsKept", "2020-04"));
        assertEquals(1, count(months, "contactsMissed", "2020-04"));
        assertEquals(1, count(months, "contactsCancelled", "2020-04"));
        assertEquals(1, count(months, "contactsNotStated", "2020-04"));
        assertEquals(0, count(months, "actions", "2020-04"));
    }

    @Test
    public void shouldNotSayHowManyAreMissingOfWhatIsAboutWhateverWasCharted() {
        assertTrue(finding(Collections.emptyList()).getMissing().isEmpty());
    }

    @Test
    public void shouldMarkTheLongestDelayAndBreakAsOneMans() {
        Finding finding = finding(Collections.emptyList());

        for (String[] column : new String[][] {{"delays", "max"}, {"breaks", "breakMax"}}) {
            ResultTable table = table(finding, column[0]);
            assertTrue(
                    column[0], table.getColumns().get(table.indexOf(column[1])).isOfOnePerson());
        }
    }

    @Test
    public void shouldSayNothingOfBreaksWhereTheSiteHasNotSetWhatOneIs() {
        ResultTable breaks = breaks(null);

        assertTrue(breaks.getRows().isEmpty());
        assertEquals("breaksNotSet", breaks.getNotes().get(0).getCode());
    }

    /** Whose contacts nobody watched is not one of those without a break. */
    @Test
    public void shouldTellThoseApartWhoseContactsWereNotWatched() {
        ResultTable breaks = breaks(new CareGap(21, Collections.singleton(CommonQuestions.APC)));

        assertEquals(
                Arrays.asList("n0", "n1", "notWatched"),
                breaks.getRows().stream()
                        .map(row -> row.get(0).getTerm().getCode())
                        .collect(Collectors.toList()));
        breaks.getRows().forEach(row -> assertEquals(Long.valueOf(1), row.get(1).getCount()));
        assertTrue(breaks.getRows().get(2).get(2).isEmpty());
    }

    private static ResultTable breaks(CareGap gap) {
        BreakInCare broken = new BreakInCare(TestStudy.INDEX, TestStudy.INDEX.plusDays(30), 30);
        return table(
                new ImplementationAnalysis()
                        .usual(TestStudy.data(
                                SiteSettings.builder().careGap(gap).build(),
                                null,
                                Arrays.asList(
                                        given("A", true, Collections.emptyList()),
                                        given("B", true, Collections.singletonList(broken)),
                                        given("C", false, Collections.emptyList()))))
                        .get(0),
                "breaks");
    }

    private static Subject given(String code, boolean watched, List<BreakInCare> breaks) {
        return subject(code)
                .careGiven(CareGiven.builder().watched(watched).breaks(breaks).build())
                .build();
    }

    private static Finding finding(List<CareEvent> care) {
        return new ImplementationAnalysis()
                .usual(TestStudy.data(subject("A").care(care).build()))
                .get(0);
    }

    private static CareEvent contact(String outcome) {
        return CareEvent.builder()
                .record(Records.CONTACT)
                .day(TestStudy.INDEX.plusMonths(1))
                .result(outcome)
                .targets(Collections.emptyList())
                .build();
    }
}
