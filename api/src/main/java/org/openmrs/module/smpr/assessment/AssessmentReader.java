/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.site.SiteSettings;

/**
 * Reads assessments from rows of the record as they are, whoever wrote them: what does not fit is kept as a fault and
 * breaks nothing else.
 */
final class AssessmentReader {

    private final SiteSettings settings;

    private final Dictionary dictionary;

    private final ZoneId zone;

    /** @param zone the site's time zone, in which days are counted */
    AssessmentReader(SiteSettings settings, Dictionary dictionary, ZoneId zone) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.zone = zone;
    }

    /** @param rows the live obs and the providers of this encounter, in the order of their ids */
    Assessment read(Instrument instrument, EncounterRow encounter, List<ObsRow> rows, List<RaterRow> raters) {
        List<Fault> faults = new ArrayList<>();
        Map<String, List<Object>> answers = answers(instrument, rows, faults);
        Assessment assessment = Assessment.builder()
                .uuid(encounter.getUuid())
                .patient(encounter.getPatient())
                .instrument(instrument)
                .settings(settings.forInstrument(instrument.getCode()))
                .date(encounter.getDate())
                .location(
                        encounter.getLocationUuid() == null
                                ? null
                                : new Reference(encounter.getLocationUuid(), encounter.getLocationName()))
                .raters(raters(raters))
                .answers(Collections.unmodifiableMap(answers))
                .faults(Collections.unmodifiableList(faults))
                .version(version(encounter, rows, raters))
                .voided(encounter.isVoided())
                .creator(encounter.getCreator())
                .dateCreated(encounter.getDateCreated())
                .build();
        faults.addAll(new AssessmentRules(instrument).faults(assessment.getAnswers()));
        return assessment;
    }

    private Map<String, List<Object>> answers(Instrument instrument, List<ObsRow> rows, List<Fault> faults) {
        Map<String, Question> questions = instrument.getQuestions().stream()
                .collect(Collectors.toMap(Question::getConceptCode, q -> q, (a, b) -> a, LinkedHashMap::new));
        Map<String, List<Object>> byConcept = new LinkedHashMap<>();
        for (ObsRow row : rows) {
            String code = dictionary.code(row.getQuestion()).orElse(null);
            Question question = questions.get(code);
            if (question != null) {
                Object value = value(question, row, faults);
                if (value != null) {
                    byConcept
                            .computeIfAbsent(question.getCode(), c -> new ArrayList<>())
                            .add(value);
                }
            } else if (code != null) {
                faults.add(Fault.of(code, "unknownQuestion", code));
            }
        }
        // In the order of the form, whatever the order of charting.
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        for (Question question : questions.values()) {
            List<Object> values = byConcept.get(question.getCode());
            if (values != null) {
                answers.put(question.getCode(), Collections.unmodifiableList(values));
            }
        }
        return answers;
    }

    private Object value(Question question, ObsRow row, List<Fault> faults) {
        switch (question.getKind()) {
            case CODED:
                return coded(question, row, faults);
            case NUMBER:
                return present(question, row.getNumber(), faults);
            case DATE:
                return present(question, day(row), faults);
            default:
                return present(question, row.getText(), faults);
        }
    }

    private Object coded(Question question, ObsRow row, List<Fault> faults) {
        if (row.getCoded() == null) {
            return present(question, null, faults);
        }
        String code = dictionary.code(row.getCoded()).orElse(row.getCoded());
        Optional<Choice> choice = question.getChoices().stream()
                .filter(c -> c.getConceptCode().equals(code))
                .findFirst();
        if (!choice.isPresent()) {
            faults.add(Fault.of(Fields.of(question), "unknownAnswer", code));
            // Kept, so that the question does not pass for unanswered.
            return code;
        }
        return choice.get().getCode();
    }

    private static Object present(Question question, Object value, List<Fault> faults) {
        if (value == null) {
            faults.add(Fault.of(Fields.of(question), "emptyAnswer"));
        }
        return value;
    }

    private LocalDate day(ObsRow row) {
        return row.getDate() == null ? null : Times.day(row.getDate(), zone);
    }

    private static List<Reference> raters(List<RaterRow> rows) {
        Map<String, Reference> raters = new LinkedHashMap<>();
        for (RaterRow row : rows) {
            String name = Stream.of(row.getGivenName(), row.getFamilyName())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            raters.putIfAbsent(row.getProvider(), new Reference(row.getProvider(), name.isEmpty() ? null : name));
        }
        return Collections.unmodifiableList(new ArrayList<>(raters.values()));
    }

    private static String version(EncounterRow encounter, List<ObsRow> rows, List<RaterRow> raters) {
        Set<Integer> ids = rows.stream().map(ObsRow::getId).collect(Collectors.toCollection(LinkedHashSet::new));
        return String.join(
                "-",
                String.valueOf(encounter.getDate().getTime()),
                String.valueOf(ids.size()),
                String.valueOf(ids.stream().max(Integer::compare).orElse(0)),
                Integer.toHexString(Objects.hash(
                        encounter.getLocationUuid(),
                        raters.stream().map(RaterRow::getProvider).collect(Collectors.toList()))));
    }
}
