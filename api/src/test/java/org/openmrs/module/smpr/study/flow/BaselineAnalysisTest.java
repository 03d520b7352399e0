/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.flow;

import static org.junit.Assert.assertEquals;
import static org.openmrs.module.smpr.study.data.TestStudy.subject;
import static org.openmrs.module.smpr.study.result.TestFindings.count;
import static org.openmrs.module.smpr.study.result.TestFindings.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;

public class BaselineAnalysisTest {

    private static final String QUESTION = "withoutSupervision";

    @Test
    public void shouldNotUseWhatTheReleaseSaysOfOneWhoHadSaidNoToMoreByThen() {
        assertEquals(1, statedOf("2020-03-10"));
        assertEquals(0, statedOf("2020-03-09"));
    }

    /** @return of how many it is told, of one released on 10 March 2020 of whom nothing is used after that day */
    private static long statedOf(String lastDay) {
        PathwayRecord release = PathwayRecord.builder()
                .uuid("release")
                .type(Records.find(Records.RELEASE).get())
                .day(TestStudy.INDEX)
                .answers(Map.of(QUESTION, List.of("YES")))
                .build();
        Finding finding = new BaselineAnalysis()
                .of(TestStudy.data(subject("A")
                        .lastDay(LocalDate.parse(lastDay))
                        .episode(TestStudy.episode("2020-01-10", "2020-09-10")
                                .release(release)
                                .build())
                        .build()));
        ResultTable levels = table(finding, "baselineLevels");
        return count(
                levels, "n", Records.find(Records.RELEASE).get().known(QUESTION).getConceptCode(), "YES");
    }
}
