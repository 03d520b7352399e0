/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;

/** What the columns of a file are: of whom, when, where and by whom, and a question each. */
final class BacklogColumns {

    static final String IDENTIFIER_TYPE = "identifierType";

    private static final List<String> ABOUT =
            Arrays.asList(Fields.PATIENT, IDENTIFIER_TYPE, Fields.DATE, Fields.LOCATION, Fields.RATERS);

    private static final List<String> NEEDED = Arrays.asList(Fields.PATIENT, Fields.DATE);

    /** By what a column can be called, the field that it fills. */
    private final Map<String, String> known = new LinkedHashMap<>();

    private final Map<String, Question> questions = new LinkedHashMap<>();

    /** By field, the place of its column. */
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private final List<String> header;

    private boolean readable = true;

    /** @param faults what is wrong with the header is added here */
    BacklogColumns(Instrument instrument, BacklogTable table, RowFaults faults) {
        this.header = table.getHeader();
        for (Question question : questions(instrument)) {
            questions.put(Fields.of(question), question);
            known.put(question.getCode(), Fields.of(question));
            known.put(Fields.of(question), Fields.of(question));
        }
        ABOUT.forEach(field -> known.put(field, field));
        for (int place = 0; place < header.size(); place++) {
            String name = header.get(place);
            String field = known.get(name);
            int number = place + 1;
            if (name.isEmpty()) {
                faults.add(table.getHeaderLine(), number, Fault.of(null, "backlogNoName"));
            } else if (field == null) {
                faults.add(table.getHeaderLine(), number, Fault.of(null, "backlogColumn"));
            } else if (places.putIfAbsent(field, place) != null) {
                faults.add(table.getHeaderLine(), number, Fault.of(name, "backlogColumnTwice", name));
            }
        }
        for (String field : NEEDED) {
            if (!places.containsKey(field)) {
                faults.add(table.getHeaderLine(), null, Fault.of(field, "backlogNoColumn", field));
                readable = false;
            }
        }
    }

    /** What can be asked of an assessment from outside: why it is amended is said with an amendment. */
    private static List<Question> questions(Instrument instrument) {
        return instrument.getQuestions().stream()
                .filter(question -> !question.getCode().equals(CommonQuestions.AMENDMENT))
                .collect(Collectors.toList());
    }

    /** @return the header of a file with every question that the site asks, by their codes */
    static List<String> all(Instrument instrument) {
        List<String> names = new ArrayList<>(ABOUT);
        Set<String> taken = new HashSet<>(ABOUT);
        questions(instrument).stream()
                .filter(instrument::offers)
                .forEach(question ->
                        names.add(taken.add(question.getCode()) ? question.getCode() : Fields.of(question)));
        return names;
    }

    /** @return whether it is known of whom and of when the rows are */
    boolean isReadable() {
        return readable;
    }

    int count() {
        return header.size();
    }

    /** @return what the column is called; null for a name that no column can have: it may be what should be a cell */
    String name(int place) {
        return known.containsKey(header.get(place)) ? header.get(place) : null;
    }

    /** @return by field, the questions that have a column */
    Map<String, Question> questions() {
        Map<String, Question> asked = new LinkedHashMap<>(questions);
        asked.keySet().retainAll(places.keySet());
        return asked;
    }

    /** @return what the row has in the column of the field, without spaces around it; empty where there is no column, or nothing in it */
    Optional<String> cell(Row row, String field) {
        return text(row, field).map(String::trim).filter(text -> !text.isEmpty());
    }

    /** @return the same as it is written */
    Optional<String> text(Row row, String field) {
        return Optional.ofNullable(places.get(field)).map(row.getCells()::get);
    }

    /** @return the number of the column of the field, from 1 on; null where there is none */
    Integer numberOf(String field) {
        Integer place = places.get(field);
        return place == null ? null : place + 1;
    }

    /** @return what the column of the field is called, or would be; null for what has none */
    String nameOf(String field) {
        Integer place = places.get(field);
        if (place != null) {
            return header.get(place);
        }
        Question question = questions.get(field);
        return question != null ? question.getCode() : ABOUT.contains(field) ? field : null;
    }
}
