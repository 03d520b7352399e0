/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.site.SiteSettings;

/** Makes of answers the assessment that the record would be read as that has them, whatever is wrong with them. */
public final class AssessmentWithoutRecord {

    /** Whoever it is: there is no other. */
    private static final String THE_ONE = "the one";

    private AssessmentWithoutRecord() {}

    /**
     * @param answers by the field of the question, as they are posted
     * @param amended whether it was amended after it had been complete
     * @param completeDays gives, by the code of an instrument, the days of the person's complete assessments with it
     * @param phases of the person's episodes of care; without spans where he has none
     * @return without uuid, patient and raters, which have to be added
     */
    public static Assessment.AssessmentBuilder read(
            Instrument instrument,
            SiteSettings settings,
            LocalDate day,
            ZoneId zone,
            Map<String, Object> answers,
            boolean amended,
            Function<String, Set<LocalDate>> completeDays,
            PhaseHistory phases) {
        Map<String, List<Object>> byQuestion = new LinkedHashMap<>();
        for (Question question : instrument.getQuestions()) {
            Object given = answers.get(Fields.of(question));
            if (given != null) {
                List<Object> values = new ArrayList<>();
                for (Object one : given instanceof Collection ? (Collection<?>) given : List.of(given)) {
                    values.add(value(question, one));
                }
                byQuestion.put(question.getCode(), values);
            }
        }
        return new AssessmentReader(settings, null, zone, Collections.singletonMap(THE_ONE, phases))
                .assembled(
                        instrument,
                        THE_ONE,
                        Times.start(day, zone),
                        new AssessmentReader.Answers(byQuestion, new ArrayList<>(), amended),
                        completeDays);
    }

    private static Object value(Question question, Object given) {
        switch (question.getKind()) {
            case NUMBER:
                return ((Number) given).doubleValue();
            case DATE:
                return LocalDate.parse((String) given);
            default:
                return given;
        }
    }
}
