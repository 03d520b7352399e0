/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Getter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file row by row, as spreadsheets write them: with or without a byte order mark, parted by commas or by
 * semicolons. Rows without anything are passed over.
 */
final class BacklogTable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A header is no longer than that. */
    private static final int LONGEST_HEADER = 1 << 17;

    private final CSVParser parser;

    private final Iterator<CSVRecord> records;

    /** The names of the columns, without spaces around them; empty for an empty file. */
    @Getter
    private final List<String> header;

    /** The line of the header, from 1 on. */
    @Getter
    private final int headerLine;

    /** The line of the row that cannot be read as CSV, after which nothing more can; null for none. */
    @Getter
    private Integer unreadableLine;

    private BacklogTable(CSVParser parser) {
        this.parser = parser;
        this.records = parser.iterator();
        Row first = next();
        this.headerLine = first == null ? 1 : first.getLine();
        this.header = first == null
                ? Collections.emptyList()
                : Collections.unmodifiableList(
                        first.getCells().stream().map(String::trim).collect(Collectors.toList()));
    }

    /** @param file in UTF-8; what is none becomes U+FFFD */
    static BacklogTable of(InputStream file) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(reader))
                .setIgnoreEmptyLines(false)
                .build();
        return new BacklogTable(format.parse(reader));
    }

    /** Codes have neither in them. */
    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        for (int read = 0; read < LONGEST_HEADER; read++) {
            int letter = reader.read();
            if (letter < 0 || letter == '\n' || letter == '\r') {
                break;
            }
            commas += letter == ',' ? 1 : 0;
            semicolons += letter == ';' ? 1 : 0;
        }
        reader.reset();
        return semicolons > commas ? ';' : ',';
    }

    /** @return the next rows, as many as that at the most; fewer only at the end */
    List<Row> next(int most) {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < most) {
            Row row = next();
            if (row == null) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }

    /** @return the next row with anything in it; null at the end */
    private Row next() {
        while (unreadableLine == null) {
            int line = (int) parser.getCurrentLineNumber() + 1;
            try {
                if (!records.hasNext()) {
                    return null;
                }
                List<String> cells = records.next().toList();
                if (cells.stream().anyMatch(cell -> !cell.trim().isEmpty())) {
                    return new Row(line, cells);
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                unreadableLine = line;
            }
        }
        return null;
    }
}
