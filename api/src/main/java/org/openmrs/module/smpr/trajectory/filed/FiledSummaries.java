/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.HiddenRating;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.trajectory.Basis;
import org.openmrs.module.smpr.trajectory.FiledSummary;
import org.openmrs.module.smpr.trajectory.FiledSummaryReader;

/** Reads filed summaries from the record as they are, whoever wrote them, as far as the user may see what they rest on. */
public class FiledSummaries implements FiledSummaryReader {

    private final FiledSummaryDao dao;

    private final ZoneId zone;

    /** @param clock tells the site's time zone */
    public FiledSummaries(FiledSummaryDao dao, Clock clock) {
        this.dao = dao;
        this.zone = clock.getZone();
    }

    /** Takes two statements. */
    @Override
    public List<FiledSummary> newestFirst(
            String patient, Collection<Instrument> visible, Collection<HiddenRating> hidden, Basis now) {
        return all(FiledSummarySearch.builder().patient(patient).build(), visible, hidden).stream()
                .map(summary -> summary.comparedWith(now, visible))
                .collect(Collectors.toList());
    }

    /** @return the same of those that are asked for, compared with nothing yet */
    List<FiledSummary> all(FiledSummarySearch search, Collection<Instrument> visible, Collection<HiddenRating> hidden) {
        return read(seen(dao.encounters(search)), visible, hidden);
    }

    /** @param hidden gives, by uuid of a patient, what a blind rating hides from the user of his assessments */
    Optional<FiledSummary> one(
            String uuid, Collection<Instrument> visible, Function<String, Collection<HiddenRating>> hidden) {
        FiledRow row = dao.encounter(uuid);
        return row == null
                ? Optional.empty()
                : read(seen(Collections.singletonList(row)), visible, hidden.apply(row.getPatient())).stream()
                        .findFirst();
    }

    private static List<FiledRow> seen(List<FiledRow> rows) {
        return rows.stream()
                .filter(row -> row.getViewPrivilege() == null || Context.hasPrivilege(row.getViewPrivilege()))
                .collect(Collectors.toList());
    }

    /** What rests on an assessment that is hidden says what it says. */
    private List<FiledSummary> read(
            List<FiledRow> rows, Collection<Instrument> visible, Collection<HiddenRating> hidden) {
        Set<String> hiddenUuids = hidden.stream().map(HiddenRating::getUuid).collect(Collectors.toSet());
        Set<String> instruments = visible.stream().map(Instrument::getCode).collect(Collectors.toSet());
        Map<Integer, Map<String, List<String>>> answers =
                dao.answers(rows.stream().map(FiledRow::getId).collect(Collectors.toList()));
        return rows.stream()
                .map(row -> read(row, single(answers.getOrDefault(row.getId(), Collections.emptyMap()))))
                .filter(summary -> summary.getBasis().isOf(instruments))
                .filter(summary -> !summary.getBasis().namesAny(hiddenUuids))
                .collect(Collectors.toList());
    }

    /** The answers to questions that have exactly one, by the codes of the definition. */
    private static Map<String, String> single(Map<String, List<String>> charted) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : SummaryQuestions.RECORD.getQuestions()) {
            List<String> values = charted.getOrDefault(question.getConceptCode(), Collections.emptyList());
            if (values.size() == 1 && values.get(0) != null) {
                answers.put(question.getCode(), answer(question, values.get(0)));
            }
        }
        return answers;
    }

    private static String answer(Question question, String charted) {
        return question.getChoices().stream()
                .filter(choice -> choice.getConceptCode().equals(charted))
                .map(Choice::getCode)
                .findFirst()
                .orElse(charted);
    }

    /** Of one that is not intact nothing is told that somebody is said to have validated. */
    private FiledSummary read(FiledRow row, Map<String, String> answers) {
        Optional<Basis> basis =
                Optional.ofNullable(answers.get(SummaryQuestions.BASIS)).flatMap(Basis::read);
        boolean intact = basis.isPresent() && isSealed(row, answers);
        return FiledSummary.builder()
                .uuid(row.getUuid())
                .patient(row.getPatient())
                .date(row.getDate())
                .validator(row.getValidator())
                .language(intact ? answers.get(SummaryQuestions.LANGUAGE) : null)
                .sentences(
                        intact
                                ? Collections.unmodifiableList(Arrays.asList(
                                        answers.get(SummaryQuestions.TEXT).split("\n")))
                                : Collections.emptyList())
                .edited(intact && SummaryQuestions.EDITED.equals(answers.get(SummaryQuestions.WORDING)))
                .basis(basis.orElse(Basis.NONE))
                .intact(intact)
                .changedSince(Collections.emptyList())
                .voided(row.isVoided())
                .creator(row.getCreator())
                .dateCreated(row.getDateCreated())
                .voidedBy(row.getVoidedBy())
                .dateVoided(row.getDateVoided())
                .voidReason(row.getVoidReason())
                .build();
    }

    private boolean isSealed(FiledRow row, Map<String, String> answers) {
        return row.getValidator() != null
                && answers.size() == SummaryQuestions.RECORD.getQuestions().size()
                && Seal.of(row.getValidator().getUuid(), row.getDate(), zone, answers)
                        .equals(answers.get(SummaryQuestions.SEAL));
    }
}
