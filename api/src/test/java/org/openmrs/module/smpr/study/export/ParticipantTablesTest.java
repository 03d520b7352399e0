/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.study.data.TestStudy;

public class ParticipantTablesTest {

    private static final LocalDate LEFT = LocalDate.parse("2020-03-10");

    @Test
    public void shouldTellTheAnswersOfARecordOfTheEpisode() {
        Map<String, Object> row =
                participant(Map.of("withoutSupervision", List.of("YES"), Records.LEFT_BUILDING, List.of(LEFT)));
        assertEquals("YES", row.get("release_withoutsupervision"));
        assertEquals(0L, row.get(ExportField.name("RELEASE_" + Records.LEFT_BUILDING + "_day")));
    }

    @Test
    public void shouldTakeNoneOfSeveralAnswersForTheAnswer() {
        Map<String, Object> row = participant(Map.of(
                "withoutSupervision", List.of("YES", "NO"), Records.LEFT_BUILDING, List.of(LEFT, LEFT.plusDays(2))));
        assertNull(row.get("release_withoutsupervision"));
        assertNull(row.get(ExportField.name("RELEASE_" + Records.LEFT_BUILDING + "_day")));
    }

    @Test
    public void shouldTakeWhatIsNoAnswerOfTheQuestionForNone() {
        assertNull(
                participant(Map.of("withoutSupervision", List.of("FORMERLY"))).get("release_withoutsupervision"));
    }

    /** @return by field, what the row of one says whose release says that */
    private static Map<String, Object> participant(Map<String, List<Object>> answers) {
        PathwayRecord release = PathwayRecord.builder()
                .uuid("release")
                .type(Records.find(Records.RELEASE).get())
                .day(TestStudy.INDEX)
                .answers(answers)
                .build();
        ExportTable participants = new ParticipantTables(TestStudy.data(TestStudy.subject("A")
                        .episode(TestStudy.episode("2020-01-10", "2020-09-10")
                                .release(release)
                                .build())
                        .build()))
                .all()
                .get(0);
        Map<String, Object> row = new HashMap<>();
        participants.getRows().writeTo((code, values) -> {
            for (int i = 0; i < values.length; i++) {
                row.put(participants.getFields().get(i).getName(), values[i]);
            }
        });
        return row;
    }
}
