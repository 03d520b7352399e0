/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The definitions that the module ships. */
public final class Definitions {

    private static final List<String> FILES =
            Arrays.asList("instruments/hcr-20-v3.json", "instruments/saprof.json", "instruments/capp.json");

    private static final List<String> RECORDS = Arrays.asList(
            "records/summary.json",
            "records/entry.json",
            "records/release.json",
            "records/extension.json",
            "records/end.json",
            "records/in-charge.json",
            "records/contact.json",
            "records/action.json",
            "records/relay.json");

    private static final String COMMON = "common-questions.json";

    private static final String SAME_FIELD = "same-field.json";

    private Definitions() {}

    /** @return the instruments as shipped, in the order in which they are shown; no site's settings applied */
    public static List<Instrument> shipped() {
        return Shipped.INSTRUMENTS;
    }

    /** @return the questions asked of every assessment; the editions are each instrument's own */
    public static List<Question> commonQuestions() {
        return Shipped.COMMON_QUESTIONS;
    }

    /** @return the question asked of every assessment in which phase of care it was made */
    public static Question phase() {
        return Shipped.PHASE;
    }

    /** @return what the module charts besides assessments */
    public static List<RecordType> recordTypes() {
        return Shipped.RECORD_TYPES;
    }

    /** @return what of that code the module charts besides assessments */
    public static RecordType recordType(String code) {
        return recordTypes().stream()
                .filter(type -> type.getCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    /** @return which items are shown beside which, as the module suggests it */
    public static SameField sameField() {
        return Shipped.SAME_FIELD_AS_SUGGESTED;
    }

    private static String text(String file) {
        try (InputStream in = Definitions.class.getClassLoader().getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read once: what is shipped cannot change while the module runs. */
    private static final class Shipped {

        static final List<Question> COMMON_QUESTIONS =
                Collections.unmodifiableList(DefinitionReader.readCommon(COMMON, text(COMMON)));

        static final Question PHASE = COMMON_QUESTIONS.stream()
                .filter(question -> question.getCode().equals(CommonQuestions.PHASE))
                .findFirst()
                .get();

        static final List<Instrument> INSTRUMENTS = read();

        static final List<RecordType> RECORD_TYPES = Collections.unmodifiableList(RECORDS.stream()
                .map(file -> DefinitionReader.readRecordType(file, text(file), INSTRUMENTS))
                .collect(Collectors.toList()));

        static final SameField SAME_FIELD_AS_SUGGESTED = JsonNodeReader.read(SAME_FIELD, text(SAME_FIELD), json -> {
            json.integer("format");
            json.text("about");
            return SameField.read(json, INSTRUMENTS, false);
        });

        private static List<Instrument> read() {
            List<Instrument> instruments = new ArrayList<>();
            DefinitionReader reader = new DefinitionReader(COMMON_QUESTIONS, instruments, DefinitionCheck.NONE);
            for (String file : FILES) {
                instruments.add(reader.read(file, text(file)));
            }
            return Collections.unmodifiableList(instruments);
        }
    }
}
