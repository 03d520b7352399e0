/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** One line of the sample: an assessment, and what it is posted as. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class DemoAssessment {

    static final String HCR = "HCR20V3";

    static final List<String> INSTRUMENTS = List.of(HCR, "SAPROF", "CAPP");

    /** In the order in which a line gives the final opinions of the HCR-20. */
    private static final List<String> OPINIONS = List.of("CP", "SPH", "IV");

    private static final List<String> JUDGEMENTS = List.of("FPJ", "IFRJ");

    /** What was rated when the record was first saved, as a draft. */
    private static final String FIRST_SITTING = "firstSitting";

    private final JsonNode line;

    /** What holds for every assessment whose line does not say otherwise. */
    private final JsonNode usual;

    /** Who rates him, where the line does not say otherwise. */
    private final int rater;

    private final LocalDate today;

    /** The assessment with the HCR-20 on which an integrative judgement rests; null where there is none above. */
    private final DemoAssessment basis;

    /** @return the number of who rated, from 1 */
    int rater() {
        return line.path("rater").asInt(rater);
    }

    /** @return the code under which the line has its ratings */
    String instrument() {
        return INSTRUMENTS.stream().filter(line::has).findFirst().orElseThrow(() -> new IllegalStateException(
                "No ratings in " + line));
    }

    LocalDate day() {
        return DemoDays.monthsAgo(line.get("monthsAgo").asInt(), today)
                .plusDays(line.path("daysLater").asInt());
    }

    String text(String name) {
        return line.path(name).asText();
    }

    boolean is(String name) {
        return line.path(name).asBoolean();
    }

    JsonNode get(String name) {
        return line.path(name);
    }

    boolean isComplete() {
        return !text("status").equals("DRAFT") && !isVoided();
    }

    boolean isVoided() {
        return line.has("voided");
    }

    /** @return whether a later integrative judgement may rest on it */
    boolean isBasis() {
        return instrument().equals(HCR) && isComplete() && !text("raterRole").equals("INDEPENDENT");
    }

    Map<String, String> words() {
        return RatingLine.words(text(instrument()));
    }

    Map<String, Object> body(String patient, DemoStaff staff) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("patient", patient);
        body.put("instrument", instrument());
        body.put("date", day().toString());
        body.put("location", staff.place(place()));
        body.put("raters", List.of(staff.provider(rater())));
        body.putAll(answers());
        if (line.has(FIRST_SITTING)) {
            body.put("status", "DRAFT");
            body.put("ratings", RatingLine.ratings(instrument(), text(FIRST_SITTING)));
            body.remove("judgements");
        }
        return body;
    }

    /** @return everything that is answered, by name or group as REST has it */
    Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("edition", usual("edition").path(instrument()).asText(usual("edition").asText()));
        answers.put("informant", texts(usual("informant")));
        answers.put("context", text("context"));
        if (line.has("phase") || !is("native")) {
            answers.put("phase", usual("phase").path(place()).asText(usual("phase").asText()));
        }
        if (!instrument().equals("SAPROF")) {
            answers.put("windowStart", day().minusMonths(usual("window").asInt()).toString());
            answers.put("windowEnd", day().toString());
        }
        if (!instrument().equals("CAPP")) {
            answers.put("horizon", usual("horizon").asInt());
        }
        answers.put("raterRole", usual("raterRole").asText());
        answers.put("status", line.path("status").asText("COMPLETE"));
        Map<String, Object> ratings = RatingLine.ratings(instrument(), text(instrument()));
        get("subItems").properties().forEach(sub -> ratings.put(sub.getKey() + ".presence", sub.getValue().asText()));
        answers.put("ratings", ratings);
        if (line.has("key")) {
            answers.put("marks", Map.of("key", texts(get("key")), "goal", texts(get("goal"))));
        }
        answers.put("judgements", judgements());
        answers.put("fields", fields());
        answers.keySet().removeAll(texts(get("leftOpen")));
        return answers;
    }

    private Map<String, Object> judgements() {
        Map<String, Object> judgements = new LinkedHashMap<>();
        if (line.has("opinions")) {
            for (String setting : text("opinions").split("\\|")) {
                String[] words = setting.trim().split("\\s+");
                for (int i = 1; i < words.length; i++) {
                    judgements.put(OPINIONS.get(i - 1) + "." + words[0], words[i]);
                }
            }
        }
        JUDGEMENTS.stream().filter(line::has).forEach(judgement -> judgements.put(judgement, text(judgement)));
        return judgements;
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        get("fields").properties().forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        if (line.has("reviewInMonths")) {
            fields.put("reviewDate", day().plusMonths(get("reviewInMonths").asInt()).toString());
        }
        if (line.has("IFRJ") && basis != null) {
            fields.put("basis", basis.day().toString());
        }
        return fields;
    }

    /** @return each amendment as it is posted, in order: the second sitting, which completes a draft, and what was corrected later */
    List<Map<String, Object>> amendments() {
        List<Map<String, Object>> amendments = new ArrayList<>();
        if (line.has(FIRST_SITTING)) {
            amendments.add(answers());
        }
        get("amended").forEach(amended -> amendments.add(amendment(amended)));
        return amendments;
    }

    /** {@code "C2": "Pm → N"}: what stood there says which answers are taken away. */
    private Map<String, Object> amendment(JsonNode amended) {
        Map<String, Object> amendment = new LinkedHashMap<>();
        Map<String, Object> ratings = new LinkedHashMap<>();
        Map<String, Object> judgements = new LinkedHashMap<>();
        amended.properties().forEach(change -> {
            String code = change.getKey();
            String[] words = change.getValue().asText().split(" → ");
            if (code.equals("reason")) {
                amendment.put(code, words[0]);
            } else if (words().containsKey(code)) {
                RatingLine.ratings(instrument(), code, words[0]).keySet().forEach(gone -> ratings.put(gone, null));
                ratings.putAll(RatingLine.ratings(instrument(), code, words[1]));
            } else if (judgements().containsKey(code)) {
                judgements.put(code, words[1]);
            } else {
                amendment.put(code, words[1]);
            }
        });
        amendment.put("ratings", ratings);
        amendment.put("judgements", judgements);
        return amendment;
    }

    /** @return what the line calls the place: the code of his context, where it names none */
    private String place() {
        return line.path("place").asText(text("context"));
    }

    private JsonNode usual(String name) {
        return line.has(name) ? line.get(name) : usual.get(name);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
