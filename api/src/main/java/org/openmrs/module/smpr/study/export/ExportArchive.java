/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.openmrs.module.smpr.study.report.StudyReportWriter;
import org.openmrs.module.smpr.trajectory.words.Language;

/** Writes an export into one zip file, file by file. */
final class ExportArchive {

    private static final String REPEAT_INSTRUMENT = "redcap_repeat_instrument";

    private static final String REPEAT_INSTANCE = "redcap_repeat_instance";

    private final ZipOutputStream zip;

    private final Language language;

    ExportArchive(OutputStream out, Language language) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.language = language;
    }

    /** Writes the rows of a table as they come. */
    void table(ExportTable table) throws IOException {
        csv(table.getName() + ".csv", out -> {
            List<Object> header = new ArrayList<>();
            header.add(DataDictionary.STUDY_CODE);
            if (table.isRepeating()) {
                header.add(REPEAT_INSTRUMENT);
                header.add(REPEAT_INSTANCE);
            }
            table.getFields().forEach(field -> header.addAll(field.columns()));
            out.printRecord(header);
            Map<String, Integer> instances = new HashMap<>();
            table.getRows().writeTo((studyCode, values) -> {
                List<Object> row = new ArrayList<>();
                row.add(studyCode);
                if (table.isRepeating()) {
                    row.add(table.getName());
                    row.add(instances.merge(studyCode, 1, Integer::sum));
                }
                for (int i = 0; i < values.length; i++) {
                    row.addAll(table.getFields().get(i).cells(values[i]));
                }
                print(out, row);
            });
        });
    }

    private static void print(CSVPrinter out, List<Object> row) {
        try {
            out.printRecord(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void dictionary(List<ExportTable> tables) throws IOException {
        csv("data_dictionary.csv", out -> new DataDictionary(language.getLocale()).write(tables, out));
    }

    void results(StudyReport report) throws IOException {
        csv("results.csv", out -> ResultFiles.write(report.getFindings(), out));
        text("report.html", new StudyReportWriter(language).html(report));
    }

    /** Writes one of the files that every export has as they are. */
    void shipped(String name) throws IOException {
        try (InputStream in = ExportArchive.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            text(name, reader.lines().collect(Collectors.joining("\n", "", "\n")));
        }
    }

    void text(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private interface Csv {

        void writeTo(CSVPrinter out) throws IOException;
    }

    private void csv(String name, Csv content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        CSVPrinter out = new CSVPrinter(writer, CSVFormat.RFC4180);
        content.writeTo(out);
        out.flush();
        zip.closeEntry();
    }

    void finish() throws IOException {
        zip.finish();
    }
}
