/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.words.Html;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;

public class FirstPageTest {

    private static final String PROVISIONAL = "<p class=\"warning\">Provisional: ";

    @Test
    public void shouldSayBesideThePrimaryResultThatItIsProvisional() {
        Finding other = survival("knownReoffending").build();
        Finding primary = survival("primary", "provisional", "knownReoffending").build();

        String html = written(other, primary);

        assertTrue(html, html.contains(PROVISIONAL));
        assertEquals("of its notes that alone", 2, html.split("class=\"warning\"").length);
    }

    @Test
    public void shouldNotSayOfWhatIsFinal_NorOfWhatIsNotShown_ThatItIsProvisional() {
        String html = written(
                survival("provisional").build(),
                survival("primary", "knownReoffending").build());

        assertTrue(html, !html.contains(PROVISIONAL));
    }

    /** A mean that fell between custody and the community is not read without that. */
    @Test
    public void shouldSayBesideTheChangeThatItLiesAcrossSettings() {
        String html = written(survival()
                .code("change")
                .notes(Arrays.asList(Term.of("note", "changeAcross"), Term.of("note", "changeRegression")))
                .tables(Collections.singletonList(new ResultTable.Rows(Column.term("measure"))
                        .as("changeDifferences")
                        .build()))
                .build());

        assertTrue(html, html.contains("a difference tells of the setting as much as of the man"));
        assertTrue(html, !html.contains("regression"));
    }

    private static Finding.FindingBuilder survival(String... notes) {
        List<Term> terms = Stream.of(notes).map(note -> Term.of("note", note)).collect(Collectors.toList());
        return Finding.builder()
                .code("survival")
                .n(Cell.count(43))
                .notes(terms)
                .tables(Collections.singletonList(new ResultTable.Rows(Column.term("horizon"))
                        .as("incidence")
                        .build()));
    }

    private static String written(Finding... findings) {
        Html html = new Html();
        new FirstPage(new Wording(TestLanguage.ENGLISH), html).write(Arrays.asList(findings));
        return html.toString();
    }
}
