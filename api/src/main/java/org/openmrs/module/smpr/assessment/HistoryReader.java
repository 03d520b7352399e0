/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;

/** Reads from the obs of one encounter, voided ones too, what became of its answers since they were first charted. */
final class HistoryReader {

    /** Obs of one save through the platform carry moments that differ a little. */
    static final long ONE_SAVE_MILLIS = 2000;

    private final Instrument instrument;

    private final AnswerReader answerReader;

    HistoryReader(Instrument instrument, AnswerReader answerReader) {
        this.instrument = instrument;
        this.answerReader = answerReader;
    }

    /** @return the changes in order of time; empty where nothing was changed */
    List<Amendment> read(EncounterRow encounter, List<HistoryRow> rows) {
        List<Event> events = new ArrayList<>();
        Map<HistoryRow, HistoryRow> writtenAnew = writtenAnew(rows);
        for (HistoryRow row : rows) {
            Question question = answerReader.question(row.getObs()).orElse(null);
            Object value = question == null
                    ? null
                    : answerReader
                            .value(question, row.getObs(), new ArrayList<>())
                            .orElse(null);
            if (value == null) {
                continue;
            }
            ObsRow obs = row.getObs();
            if (!writtenAnew.containsValue(row)) {
                events.add(new Event(obs.getDateCreated(), row.getCreator(), null, question, value, true));
            }
            if (!encounter.has(obs) && obs.getDateVoided() != null && !writtenAnew.containsKey(row)) {
                events.add(
                        new Event(obs.getDateVoided(), row.getVoidedBy(), obs.getVoidReason(), question, value, false));
            }
        }
        events.sort(Comparator.comparing(Event::getDate));
        return amendments(events);
    }

    /**
     * By a voided row, the row that the platform wrote in its place with the same answer, as when patients are merged or
     * an encounter is moved to another day: nothing was changed by that.
     */
    private static Map<HistoryRow, HistoryRow> writtenAnew(List<HistoryRow> rows) {
        Map<HistoryRow, HistoryRow> writtenAnew = new LinkedHashMap<>();
        for (HistoryRow row : rows) {
            ObsRow obs = row.getObs();
            if (obs.getDateVoided() != null && !EncounterWriter.isOwnReason(obs.getVoidReason())) {
                rows.stream()
                        .filter(other -> other.getObs().getId() > obs.getId()
                                && other.getObs().saysTheSameAs(obs)
                                && !writtenAnew.containsValue(other)
                                && Math.abs(other.getObs().getDateCreated().getTime()
                                                - obs.getDateVoided().getTime())
                                        <= ONE_SAVE_MILLIS)
                        .findFirst()
                        .ifPresent(other -> writtenAnew.put(row, other));
            }
        }
        return writtenAnew;
    }

    private List<Amendment> amendments(List<Event> events) {
        Map<Question, List<Object>> state = new LinkedHashMap<>();
        List<Amendment> amendments = new ArrayList<>();
        boolean first = true;
        for (List<Event> save : saves(events)) {
            Map<Question, List<Object>> before = copy(state);
            save.forEach(event -> event.applyTo(state));
            if (!first) {
                List<Amendment.Change> changes = changes(before, copy(state));
                // Another day, place or rater is no answer, and leaves the reason alone.
                if (!changes.isEmpty() || save.stream().anyMatch(Event::isReason)) {
                    amendments.add(amendment(save, before, changes));
                }
            }
            first = false;
        }
        return Collections.unmodifiableList(amendments);
    }

    private Amendment amendment(List<Event> save, Map<Question, List<Object>> before, List<Amendment.Change> changes) {
        Event start = save.get(0);
        String reason = save.stream()
                .filter(Event::isReason)
                .map(event -> (String) event.getValue())
                .findFirst()
                .orElseGet(() -> save.stream()
                        .map(Event::getReason)
                        .filter(r -> r != null && !EncounterWriter.isOwnReason(r))
                        .findFirst()
                        .orElse(null));
        boolean ofDraft = before.entrySet().stream()
                .noneMatch(answer -> answer.getKey().getCode().equals(CommonQuestions.STATUS)
                        && answer.getValue().equals(Collections.singletonList(CommonQuestions.COMPLETE)));
        return new Amendment(start.getDate(), start.getBy(), reason, ofDraft, changes);
    }

    private List<Amendment.Change> changes(Map<Question, List<Object>> before, Map<Question, List<Object>> after) {
        Set<Question> touched = new LinkedHashSet<>(before.keySet());
        touched.addAll(after.keySet());
        return instrument.getQuestions().stream()
                .filter(question ->
                        touched.contains(question) && !question.getCode().equals(CommonQuestions.AMENDMENT))
                .map(question -> new Amendment.Change(
                        question,
                        before.getOrDefault(question, Collections.emptyList()),
                        after.getOrDefault(question, Collections.emptyList())))
                .filter(change -> !isSame(change.getBefore(), change.getAfter()))
                .collect(Collectors.toList());
    }

    /** In whatever order. */
    private static boolean isSame(List<Object> before, List<Object> after) {
        List<Object> gone = new ArrayList<>(before);
        after.forEach(gone::remove);
        return gone.isEmpty() && before.size() == after.size();
    }

    /** The events of one person at one time; an amendment through the module begins with its reason, however soon. */
    private static List<List<Event>> saves(List<Event> events) {
        Set<Date> amendments =
                events.stream().filter(Event::isReason).map(Event::getDate).collect(Collectors.toSet());
        List<List<Event>> saves = new ArrayList<>();
        Event last = null;
        for (Event event : events) {
            Date before = last == null ? null : last.getDate();
            if (before == null
                    || !Objects.equals(last.getBy(), event.getBy())
                    || event.getDate().getTime() - before.getTime() > ONE_SAVE_MILLIS
                    || amendments.stream()
                            .anyMatch(begun ->
                                    before.before(begun) && !event.getDate().before(begun))) {
                saves.add(new ArrayList<>());
            }
            saves.get(saves.size() - 1).add(event);
            last = event;
        }
        return saves;
    }

    private static Map<Question, List<Object>> copy(Map<Question, List<Object>> state) {
        Map<Question, List<Object>> copy = new LinkedHashMap<>();
        state.forEach((question, values) -> copy.put(question, new ArrayList<>(values)));
        return copy;
    }

    /** An answer that was given or taken away. */
    @Value
    private static class Event {

        Date date;

        String by;

        String reason;

        Question question;

        Object value;

        boolean given;

        /** Whether it says why the assessment was amended. */
        boolean isReason() {
            return given && question.getCode().equals(CommonQuestions.AMENDMENT);
        }

        void applyTo(Map<Question, List<Object>> state) {
            List<Object> values = state.computeIfAbsent(question, q -> new ArrayList<>());
            if (given) {
                values.add(value);
            } else {
                values.remove(value);
            }
        }
    }
}
