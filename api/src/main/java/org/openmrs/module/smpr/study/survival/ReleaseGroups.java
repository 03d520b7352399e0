/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.statistics.survival.ChiSquared;
import org.openmrs.module.smpr.statistics.survival.CumulativeIncidence;
import org.openmrs.module.smpr.statistics.survival.Estimate;
import org.openmrs.module.smpr.statistics.survival.Exposure;
import org.openmrs.module.smpr.statistics.survival.GrayTest;
import org.openmrs.module.smpr.statistics.survival.LogRank;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;
import org.openmrs.module.smpr.study.data.FollowUpData;
import org.openmrs.module.smpr.study.data.OutcomeTerms;
import org.openmrs.module.smpr.study.data.Quantities;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TimeAtRisk.Ending;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Overlaps;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** Those released without supervision beside the others: known at the origin, so that no time is counted for nothing. */
final class ReleaseGroups {

    /** Which groups are compared: by an answer that was known on the day of release, and not by what came after it. */
    private static final String GROUPS = "withoutSupervision";

    private final Followed followed;

    private final Question question = Records.find(Records.RELEASE).get().known(GROUPS);

    private final List<Choice> choices = question.getChoices();

    private final SurvivalData rows;

    /** By person, the place of his answer among the choices, or the one after them where there is none. */
    private final int[] ofSubject;

    private final int[] ofRow;

    /** @param followed until the horizon at which the groups are compared */
    ReleaseGroups(Followed followed) {
        this.followed = followed;
        FollowUpData followUp = followed.getFollowUp();
        rows = followUp.toSurvivalData();
        ofSubject = followUp.getSubjects().stream().mapToInt(this::group).toArray();
        ofRow = IntStream.range(0, rows.size())
                .map(row -> ofSubject[rows.get(row).getSubject()])
                .toArray();
    }

    private int group(Subject subject) {
        PathwayRecord release = subject.release();
        String answer = release == null ? null : release.choice(GROUPS).orElse(null);
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).getCode().equals(answer)) {
                return i;
            }
        }
        return choices.size();
    }

    List<ResultTable> tables() {
        List<Term> about = Arrays.asList(
                Term.of(question.getConceptCode(), question.getLabel()),
                OutcomeTerms.of(StudyHorizon.ofMonths(followed.getMonths())));
        return Arrays.asList(
                incidence().toBuilder().about(about).build(),
                tests().toBuilder().about(about).build());
    }

    private ResultTable incidence() {
        Overlaps overlaps = new Overlaps();
        List<String> groups = new ArrayList<>();
        ResultTable.Rows table = new ResultTable.Rows(
                Column.term("group"),
                Column.count("n"),
                Column.count("events"),
                Column.count("deaths"),
                Column.share("incidence").restingOn("n", "events"),
                Column.lower("lower", 1).restingOn("n", "events"),
                Column.upper("upper", 1).restingOn("n", "events"));
        for (int g = 0; g <= choices.size(); g++) {
            int group = g;
            Estimate estimate = CumulativeIncidence.of(rows.where(row -> ofRow[row] == group))
                    .incidence(Exposure.EVENT)
                    .at(followed.getDay());
            Term term = g < choices.size()
                    ? Term.of(choices.get(g).getCode(), choices.get(g).getLabel())
                    : Term.of("term", "notStated");
            String quantity = quantity(term.getCode());
            long members = IntStream.of(ofSubject).filter(of -> of == group).count();
            long events = ended(group, Ending.EVENT);
            long deaths = ended(group, Ending.DIED);
            Map<String, Long> ends = new LinkedHashMap<>();
            ends.put(quantity + ".events", events);
            ends.put(quantity + ".deaths", deaths);
            ends.put(quantity + ".neither", members - events - deaths);
            overlaps.split(quantity, ends).part(quantity, members, quantity + ".events", events);
            groups.add(quantity);
            table.add(
                    Cell.of(term),
                    Cell.count(quantity, members),
                    Cell.count(quantity + ".events", events),
                    Cell.count(quantity + ".deaths", deaths),
                    Cell.number(estimate.getValue()),
                    Cell.number(estimate.getInterval().getLower()),
                    Cell.number(estimate.getInterval().getUpper()));
        }
        return table.as("groups")
                .sums(overlaps.with(Arrays.asList(
                        new Sum(followed.quantity(Quantities.FOLLOWED), Collections.unmodifiableList(groups)),
                        overGroups(groups, Quantities.EVENTS, ".events"),
                        overGroups(groups, Quantities.DEATHS, ".deaths"))))
                .implied(overlaps.getImplied())
                .notes(Collections.singletonList(Term.of("note", "groups")))
                .build();
    }

    private long ended(int group, Ending ending) {
        return IntStream.range(0, ofSubject.length)
                .filter(person -> ofSubject[person] == group
                        && followed.getFollowUp().getTimes().get(person).getEnding() == ending)
                .count();
    }

    private String quantity(String group) {
        return followed.quantity("group." + group);
    }

    private Sum overGroups(List<String> groups, String total, String ofGroup) {
        return new Sum(
                followed.quantity(total),
                groups.stream().map(group -> group + ofGroup).collect(Collectors.toList()));
    }

    /** Only those of whom it is known to which group they belong are tested. */
    private ResultTable tests() {
        int yes = indexOf("YES");
        int no = indexOf("NO");
        SurvivalData tested = rows.where(row -> ofRow[row] == yes || ofRow[row] == no);
        int[] group = IntStream.of(ofRow)
                .filter(g -> g == yes || g == no)
                .map(g -> g == yes ? 1 : 0)
                .toArray();
        LogRank logRank = LogRank.of(tested.only(Exposure.EVENT), group, 2);
        GrayTest gray = GrayTest.of(tested, group, 2, Exposure.EVENT);
        Cell n = Cell.count(
                followed.quantity("tested"),
                IntStream.of(ofSubject).filter(g -> g == yes || g == no).count());
        ResultTable.Rows table = new ResultTable.Rows(
                Column.term("test"),
                Column.count("n"),
                Column.number("statistic", 2),
                Column.number("df", 0),
                Column.p("p"));
        add(table, "logRank", n, logRank.getTest());
        add(table, "gray", n, gray.getTest());
        return table.as("tests")
                .sums(Collections.singletonList(Sum.of(followed.quantity("tested"), quantity("YES"), quantity("NO"))))
                .notes(Collections.singletonList(Term.of("note", "tests")))
                .build();
    }

    private static void add(ResultTable.Rows table, String code, Cell n, ChiSquared test) {
        table.add(
                Cell.of(Term.of("test", code)),
                n,
                Cell.number(test.getStatistic()),
                test.isDefined() ? Cell.number(test.getDf()) : Cell.empty(),
                Cell.number(test.getP()));
    }

    private int indexOf(String code) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).getCode().equals(code)) {
                return i;
            }
        }
        throw new IllegalStateException("No answer " + code);
    }
}
