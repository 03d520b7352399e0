/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.trajectory.TestSeries;

public class AssessmentTablesTest {

    private final TestSeries record = new TestSeries();

    @Test
    public void shouldWriteTheAssessmentsThatMayBeUsedAndNoOtherThatTheRecordHas() {
        String used = record.saprof("2020-01-20").uuid();
        record.saprof("2020-01-22").with("raterRole", "INDEPENDENT");
        record.saprof("2020-01-21");
        String other = record.hcr20("2020-02-20").uuid();

        assertEquals(List.of("SAPROF -50"), rows("SAPROF", Set.of(used, other)));
        assertEquals(List.of("HCR20V3 -19"), rows("HCR20V3", Set.of(used, other)));
        assertEquals(List.of(), rows("CAPP", Set.of(used, other)));
    }

    /** @return the instrument and the day of each row of its file */
    private List<String> rows(String instrument, Set<String> usable) {
        StudyData data =
                TestStudy.data(TestStudy.subject("A").assessments(usable).build());
        List<String> rows = new ArrayList<>();
        new AssessmentTables(
                        data,
                        (patients, code, texts) -> record.assessments().stream()
                                .filter(assessment ->
                                        assessment.getInstrument().getCode().equals(code))
                                .map(assessment -> assessment.toBuilder()
                                        .patient("patient")
                                        .build())
                                .collect(Collectors.toList()),
                        false,
                        TestSeries.ZONE,
                        done -> {})
                .all().stream()
                        .filter(table -> table.getName().equals(ExportField.name(instrument)))
                        .forEach(table ->
                                table.getRows().writeTo((code, values) -> rows.add(instrument + " " + values[0])));
        return rows;
    }
}
