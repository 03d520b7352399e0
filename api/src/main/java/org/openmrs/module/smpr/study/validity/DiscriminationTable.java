/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.validity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.discrimination.Estimate;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;

/** How well one measure puts those who had an event above the others: each method at each horizon. No cut-off is sought. */
final class DiscriminationTable {

    private DiscriminationTable() {}

    /** @param higher what more of the measure was expected to go with, fixed beforehand */
    static ResultTable of(Collection<UntilHorizon> horizons, Direction higher, List<Term> notes) {
        ResultTable.Rows rows = new ResultTable.Rows(UntilHorizon.columns(
                Arrays.asList(Column.term("horizon"), Column.term("method")),
                Column.number("discrimination", 2),
                Column.lower("lower", 2),
                Column.upper("upper", 2),
                Column.statement("remark")));
        for (UntilHorizon horizon : horizons) {
            double[] scores = horizon.scores(0, higher);
            for (Method method : Method.values()) {
                Estimate estimate = method.isDefined(horizon) ? method.estimate(scores, horizon) : null;
                Interval interval = estimate == null ? Interval.UNDEFINED : estimate.getInterval();
                rows.add(horizon.row(
                        Arrays.asList(Cell.of(horizon.term()), Cell.of(method.term())),
                        // One that nothing is known of how far it can be off, as of a single event, says less than it
                        // seems to.
                        interval.isDefined() ? Cell.number(estimate.getValue()) : Cell.empty(),
                        Cell.number(interval.getLower()),
                        Cell.number(interval.getUpper()),
                        method.remark(horizon)));
            }
        }
        return rows.as("discrimination").notes(notes).build();
    }
}
