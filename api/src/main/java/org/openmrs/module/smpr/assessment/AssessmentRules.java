/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.RatingWindow;

/** What must hold between the answers of one assessment, whether it is being charted or stands in the record. */
final class AssessmentRules {

    private final Instrument instrument;

    private final Map<String, List<Object>> answers;

    private final AnswerRules rules;

    private final boolean complete;

    AssessmentRules(Instrument instrument, Map<String, List<Object>> answers) {
        this.instrument = instrument;
        this.answers = answers;
        this.rules = new AnswerRules(instrument, answers);
        this.complete = isComplete(answers);
    }

    /** @return whether an assessment with these answers says that it is complete, and nothing else of its status */
    static boolean isComplete(Map<String, List<Object>> answers) {
        return Collections.singletonList(CommonQuestions.COMPLETE).equals(answers.get(CommonQuestions.STATUS));
    }

    /** @return whether it says of itself that it is complete */
    boolean isComplete() {
        return complete;
    }

    /** @return what keeps even a draft from being stored: whether it is one must be said, once, and the platform keeps no number out of range */
    List<Fault> unstorable() {
        List<Fault> faults = rules.outOfRange();
        int given = values(CommonQuestions.STATUS).size();
        if (given == 0) {
            faults.add(Fault.of(CommonQuestions.STATUS, "missing"));
        } else if (given > 1) {
            faults.add(Fault.of(CommonQuestions.STATUS, "severalAnswers"));
        }
        return faults;
    }

    /**
     * @param day of the assessment; null where it is not known
     * @param completeDays gives, by the code of an instrument, the days of the person's complete assessments with it
     * @return everything that is wrong; a draft may leave anything open
     */
    List<Fault> faults(LocalDate day, Function<String, Set<LocalDate>> completeDays) {
        List<Fault> faults = unstorable();
        // That of the status is known already, which not even a draft is kept with.
        rules.contradictions().stream()
                .filter(fault -> !fault.getField().equals(CommonQuestions.STATUS))
                .forEach(faults::add);
        if (complete) {
            Set<String> contexts = contexts();
            faults.addAll(rules.incomplete(
                    question -> question.getContext() == null || contexts.contains(question.getContext())));
        }
        refuseWrongWindow(day, faults);
        refuseUnknownAssessments(day, completeDays, faults);
        return faults;
    }

    /** @return what is no fault, but has to be known by whoever reads the ratings */
    List<Fault> warnings() {
        RatingWindow window = instrument.getWindow();
        Optional<LocalDate> start = day(CommonQuestions.WINDOW_START);
        Optional<LocalDate> end = day(CommonQuestions.WINDOW_END);
        // Both days are part of the window.
        if (window != null
                && window.isWarnWhenShorter()
                && start.isPresent()
                && end.isPresent()
                && end.get().plusDays(1).isBefore(start.get().plusMonths(window.getPastMonths()))) {
            return Collections.singletonList(Fault.of(
                    CommonQuestions.WINDOW_START,
                    "shortWindow",
                    window.getPastMonths().toString()));
        }
        return Collections.emptyList();
    }

    /** A context is rated whole or not at all, and one of them is: where none is begun, the one that he is in. */
    private Set<String> contexts() {
        Set<String> begun = instrument.contextsOf(answers.keySet());
        if (begun.isEmpty()) {
            Object own = first(CommonQuestions.CONTEXT).orElse(null);
            instrument.contexts().stream()
                    .map(Choice::getCode)
                    .filter(context -> own == null || own.equals(context))
                    .forEach(begun::add);
        }
        return begun;
    }

    private void refuseWrongWindow(LocalDate assessed, List<Fault> faults) {
        Optional<LocalDate> start = day(CommonQuestions.WINDOW_START);
        Optional<LocalDate> end = day(CommonQuestions.WINDOW_END);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            faults.add(Fault.of(CommonQuestions.WINDOW_END, "endBeforeStart"));
        }
        for (String window : new String[] {CommonQuestions.WINDOW_START, CommonQuestions.WINDOW_END}) {
            if (assessed != null && day(window).filter(d -> d.isAfter(assessed)).isPresent()) {
                faults.add(Fault.of(window, "afterAssessment"));
            }
        }
    }

    private void refuseUnknownAssessments(
            LocalDate assessed, Function<String, Set<LocalDate>> completeDays, List<Fault> faults) {
        for (Question question : instrument.getQuestions()) {
            if (question.getAssessmentOf() != null) {
                Optional<LocalDate> named = day(question.getCode());
                if (named.isPresent()
                        && (!completeDays.apply(question.getAssessmentOf()).contains(named.get())
                                || assessed != null && named.get().isAfter(assessed))) {
                    faults.add(Fault.of(Fields.of(question), "noSuchAssessment"));
                }
            }
        }
    }

    private List<Object> values(String question) {
        return answers.getOrDefault(question, Collections.emptyList());
    }

    private Optional<Object> first(String question) {
        return values(question).stream().findFirst();
    }

    private Optional<LocalDate> day(String question) {
        return first(question).map(LocalDate.class::cast);
    }
}
