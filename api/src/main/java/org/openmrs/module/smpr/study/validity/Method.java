/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.validity;

import org.openmrs.module.smpr.statistics.discrimination.Comparison;
import org.openmrs.module.smpr.statistics.discrimination.Concordance;
import org.openmrs.module.smpr.statistics.discrimination.Concordance.CompetingEvent;
import org.openmrs.module.smpr.statistics.discrimination.Estimate;
import org.openmrs.module.smpr.statistics.discrimination.RocCurve;
import org.openmrs.module.smpr.statistics.discrimination.TimeDependentAuc;
import org.openmrs.module.smpr.statistics.discrimination.TimeDependentAuc.Controls;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Term;

/**
 * How well a score puts those who had an event above the others, by several methods. Those who died without one are among the others, as
 * they are where absence is counted; one method leaves them out.
 */
enum Method {
    /** Time-dependent, of those who had an event by the horizon against all others. */
    AUC("auc") {
        @Override
        Estimate estimate(double[] scores, UntilHorizon horizon) {
            return auc(horizon, Controls.EVENT_FREE_OR_COMPETING)
                    .of(scores, horizon.calendarTime())
                    .getAuc();
        }

        @Override
        Comparison compare(double[] first, double[] second, UntilHorizon horizon) {
            return auc(horizon, Controls.EVENT_FREE_OR_COMPETING).paired(first, second, horizon.calendarTime());
        }
    },
    /** The same without those who died without an event. */
    AUC_AMONG_THE_LIVING("aucLiving") {
        @Override
        Estimate estimate(double[] scores, UntilHorizon horizon) {
            return auc(horizon, Controls.EVENT_FREE)
                    .of(scores, horizon.calendarTime())
                    .getAuc();
        }

        @Override
        Comparison compare(double[] first, double[] second, UntilHorizon horizon) {
            return auc(horizon, Controls.EVENT_FREE).paired(first, second, horizon.calendarTime());
        }
    },
    HARRELL("harrell") {
        @Override
        Estimate estimate(double[] scores, UntilHorizon horizon) {
            return Concordance.harrell(CompetingEvent.NEVER)
                    .of(scores, horizon.calendarTime())
                    .getC();
        }

        @Override
        Comparison compare(double[] first, double[] second, UntilHorizon horizon) {
            return Concordance.harrell(CompetingEvent.NEVER).paired(first, second, horizon.calendarTime());
        }
    },
    UNO("uno") {
        @Override
        Estimate estimate(double[] scores, UntilHorizon horizon) {
            return Concordance.uno(CompetingEvent.NEVER, horizon.getDay())
                    .of(scores, horizon.calendarTime())
                    .getC();
        }

        @Override
        Comparison compare(double[] first, double[] second, UntilHorizon horizon) {
            return Concordance.uno(CompetingEvent.NEVER, horizon.getDay())
                    .paired(first, second, horizon.calendarTime());
        }
    },
    /** Of what is known at the horizon, whenever it was; by DeLong. */
    ROC("roc") {
        @Override
        Estimate estimate(double[] scores, UntilHorizon horizon) {
            return RocCurve.of(scores, outcome(horizon)).getAuc();
        }

        @Override
        Comparison compare(double[] first, double[] second, UntilHorizon horizon) {
            return RocCurve.paired(first, second, outcome(horizon));
        }

        @Override
        boolean isDefined(UntilHorizon horizon) {
            return horizon.isComplete();
        }
    };

    private final String code;

    Method(String code) {
        this.code = code;
    }

    abstract Estimate estimate(double[] scores, UntilHorizon horizon);

    abstract Comparison compare(double[] first, double[] second, UntilHorizon horizon);

    /** @return whether it can be asked of them at all: a status that is not known is none */
    boolean isDefined(UntilHorizon horizon) {
        return true;
    }

    Term term() {
        return Term.of("method", code);
    }

    /** @return why there is nothing in its row; an empty cell where something is, or the counts say why */
    Cell remark(UntilHorizon horizon) {
        return isDefined(horizon) ? Cell.empty() : Cell.of(Term.of("remark", "notComplete"));
    }

    private static TimeDependentAuc auc(UntilHorizon horizon, Controls controls) {
        return TimeDependentAuc.at(horizon.getDay(), controls);
    }

    private static boolean[] outcome(UntilHorizon horizon) {
        boolean[] outcome = new boolean[horizon.size()];
        for (int person = 0; person < outcome.length; person++) {
            outcome[person] = horizon.hadEvent(person);
        }
        return outcome;
    }
}
