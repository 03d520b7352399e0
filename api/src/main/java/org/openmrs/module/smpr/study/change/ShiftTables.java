/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.statistics.change.MarginalHomogeneity;
import org.openmrs.module.smpr.statistics.change.ShiftTable;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.study.result.Term;

/** Tells of final opinions who went from which level to which, and whether levels were as frequent at both waves: no means. */
final class ShiftTables {

    private final TwoWaves waves;

    ShiftTables(TwoWaves waves) {
        this.waves = waves;
    }

    List<ResultTable> tables() {
        if (waves.getJudgements().isEmpty()) {
            return Collections.emptyList();
        }
        List<ResultTable> tables = new ArrayList<>();
        tables.add(judgements());
        waves.getJudgements().stream()
                .filter(judgement -> waves.pairs(judgement).size() > 0)
                .forEach(judgement -> tables.add(shifts(judgement)));
        return tables;
    }

    private ShiftTable shiftTable(Measure judgement) {
        Pairs pairs = waves.pairs(judgement);
        return ShiftTable.of(
                levels(pairs.firsts()),
                levels(pairs.seconds()),
                judgement.getLevels().size());
    }

    private static int[] levels(double... values) {
        int[] levels = new int[values.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (int) values[i];
        }
        return levels;
    }

    private ResultTable judgements() {
        ResultTable.Rows rows = new ResultTable.Rows(
                Column.term("judgement"),
                Column.count("pairs"),
                Column.count("lowerLevel"),
                Column.count("sameLevel"),
                Column.count("higherLevel"),
                Column.number("chiSquared", 2),
                Column.number("df", 0),
                Column.p("marginsP"),
                Column.p("signP"));
        List<Sum> sums = new ArrayList<>();
        for (Measure judgement : waves.getJudgements()) {
            ShiftTable shifts = shiftTable(judgement);
            MarginalHomogeneity margins = MarginalHomogeneity.of(shifts);
            boolean moved = margins.getDegreesOfFreedom() > 0;
            rows.add(
                    Cell.of(TwoWaves.term(judgement)),
                    Cell.count(quantity(judgement, "pairs"), shifts.getN()),
                    Cell.count(quantity(judgement, "lowerLevel"), shifts.getFell()),
                    Cell.count(quantity(judgement, "sameLevel"), shifts.getStayed()),
                    Cell.count(quantity(judgement, "higherLevel"), shifts.getRose()),
                    Cell.number(margins.getStatistic()),
                    moved ? Cell.number(margins.getDegreesOfFreedom()) : Cell.empty(),
                    Cell.number(margins.getPValue()),
                    Cell.number(margins.getSignTestPValue()));
            sums.add(Sum.of(
                    quantity(judgement, "pairs"),
                    quantity(judgement, "lowerLevel"),
                    quantity(judgement, "sameLevel"),
                    quantity(judgement, "higherLevel")));
        }
        return rows.as("changeJudgements")
                .sums(Collections.unmodifiableList(sums))
                .notes(Collections.singletonList(Term.of("note", "changeJudgements")))
                .build();
    }

    private ResultTable shifts(Measure judgement) {
        ShiftTable shifts = shiftTable(judgement);
        ResultTable.Rows rows =
                new ResultTable.Rows(Column.term("levelFirst"), Column.term("levelSecond"), Column.count("n"));
        List<Integer> levels = shown(judgement, shifts);
        List<String> lower = new ArrayList<>();
        List<String> same = new ArrayList<>();
        List<String> higher = new ArrayList<>();
        for (int first : levels) {
            for (int second : levels) {
                Term from = level(judgement, first);
                Term to = level(judgement, second);
                // Codes of levels have hyphens.
                String quantity = quantity(judgement, from.getCode() + ">" + to.getCode());
                rows.add(Cell.of(from), Cell.of(to), Cell.count(quantity, shifts.count(first, second)));
                (first == second ? same : first < second ? higher : lower).add(quantity);
            }
        }
        List<Sum> sums = new ArrayList<>();
        sums.add(new Sum(quantity(judgement, "sameLevel"), same));
        if (levels.size() > 1) {
            sums.add(new Sum(quantity(judgement, "lowerLevel"), lower));
            sums.add(new Sum(quantity(judgement, "higherLevel"), higher));
        }
        return rows.as("changeShifts")
                .about(Collections.singletonList(TwoWaves.term(judgement)))
                .sums(Collections.unmodifiableList(sums))
                .notes(Collections.singletonList(Term.of("note", "changeShifts")))
                .build();
    }

    /** Levels of an option that the site may not use are shown where somebody has them. */
    private static List<Integer> shown(Measure judgement, ShiftTable shifts) {
        List<Choice> levels = judgement.getLevels();
        return levels.stream()
                .map(levels::indexOf)
                .filter(level ->
                        levels.get(level).getOption() == null || shifts.first(level) > 0 || shifts.second(level) > 0)
                .collect(Collectors.toList());
    }

    private static Term level(Measure judgement, int level) {
        Choice choice = judgement.getLevels().get(level);
        return Term.of(choice.getCode(), choice.getLabel());
    }

    private String quantity(Measure judgement, String what) {
        return waves.quantity(judgement.getCode(), what);
    }
}
