/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.TestStudy;

public class DataDictionaryTest {

    @Test
    public void shouldMarkTheFreeTextsAlone_WhichCanHoldNames() throws IOException {
        Set<String> texts = new TreeSet<>();
        for (Instrument instrument : Definitions.shipped()) {
            for (Question question : instrument.getQuestions()) {
                if (question.getKind() == Question.Kind.TEXT) {
                    texts.add(ExportField.name(instrument.getCode() + "_" + question.getCode()));
                }
            }
        }
        assertEquals(true, texts.size() > 5);
        assertEquals(texts, marked(true));
        assertEquals("Where no texts are exported", Set.of(), marked(false));
    }

    /** @return the variables whose {@code Identifier?} is not empty, each of which says y */
    private static Set<String> marked(boolean withTexts) throws IOException {
        StudyData data = TestStudy.data();
        List<ExportTable> tables = new ArrayList<>(new ParticipantTables(data).all());
        tables.addAll(new AssessmentTables(
                        data, (patients, instrument, texts) -> List.of(), withTexts, ZoneOffset.UTC, done -> {})
                .all());
        StringBuilder written = new StringBuilder();
        new DataDictionary(Locale.ENGLISH).write(tables, new CSVPrinter(written, CSVFormat.RFC4180));
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .build()
                .parse(new StringReader(written.toString()))
                .getRecords();
        List<CSVRecord> marked =
                rows.stream().filter(row -> !row.get("Identifier?").isEmpty()).collect(Collectors.toList());
        marked.forEach(row -> assertEquals("y", row.get("Identifier?")));
        return marked.stream()
                .map(row -> row.get("Variable / Field Name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
