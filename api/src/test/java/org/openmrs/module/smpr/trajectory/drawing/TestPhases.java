/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;

/** Phases of care, for instruments that ask for them. */
final class TestPhases {

    private TestPhases() {}

    /** @return the instrument, which asks for the phase of care in any case */
    static Instrument asking(Instrument instrument) {
        if (instrument.question(CommonQuestions.PHASE).isPresent()) {
            return instrument;
        }
        List<Question> common = new ArrayList<>(instrument.getCommon());
        common.add(Question.builder()
                .code(CommonQuestions.PHASE)
                .conceptCode("ASSESSMENT.phase")
                .label(label("phase of care"))
                .kind(Question.Kind.CODED)
                .part(Question.Part.COMMON)
                .choices(Stream.of("CUSTODY", "APC", CommonQuestions.UCTI)
                        .map(code -> Choice.builder()
                                .code(code)
                                .kind(Choice.Kind.RATING)
                                .label(label("phase " + code))
                                .build())
                        .collect(Collectors.toList()))
                .build());
        return instrument.toBuilder().common(common).questions(null).build();
    }

    static String label(Instrument instrument, String phase) {
        return instrument
                .question(CommonQuestions.PHASE)
                .get()
                .choice(phase)
                .get()
                .getLabel()
                .in(Locale.ENGLISH);
    }

    private static Label label(String text) {
        return new Label(Map.of("en", text, "fr", text));
    }
}
