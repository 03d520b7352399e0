/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Collections;
import java.util.Set;
import java.util.function.Supplier;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import org.hibernate.query.Query;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.metadata.Dictionary;

/**
 * Restricts a query to the encounters {@code e} that were charted in a phase of care: as the pathway has it, else as they
 * say themselves, this one alone; as {@link Assessment#isInPhase} says of what was read.
 */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public final class PhaseRestriction implements Restriction {

    /** None. */
    public static final PhaseRestriction NONE = new PhaseRestriction(null, null, null, null);

    private static final String QUESTION = CommonQuestions.NAMESPACE + "." + CommonQuestions.PHASE;

    /** The ids of the concepts that ask for the phase; null where no phase is asked for. */
    private final Set<Integer> question;

    /** The ids of the concepts that stand for the phase. */
    private final Set<Integer> phase;

    /** That the pathway gives the phase. */
    private final String given;

    /** That the pathway gives any. */
    private final String givenAny;

    /** @param phase a code; null for no restriction, which asks for no dictionary */
    static PhaseRestriction of(String phase, Supplier<Dictionary> dictionary, PhasesOfCare pathway) {
        if (phase == null) {
            return NONE;
        }
        Dictionary known = dictionary.get();
        return new PhaseRestriction(
                ids(known, QUESTION), ids(known, QUESTION + "." + phase), pathway.says(phase), pathway.says());
    }

    /** A query cannot look among none; no concept has the id 0. */
    private static Set<Integer> ids(Dictionary dictionary, String code) {
        Set<Integer> ids = dictionary.ids(code);
        return ids.isEmpty() ? Collections.singleton(0) : ids;
    }

    @Override
    public String hql() {
        return question == null
                ? ""
                : " and (" + given + " or not " + givenAny + " and exists (select a.obsId from Obs a where "
                        + answers("a")
                        + " and a.valueCoded.conceptId in (:phase)"
                        + " and not exists (select b.obsId from Obs b where " + answers("b")
                        + " and b.valueCoded is not null and b.obsId <> a.obsId)))";
    }

    /** That an obs answers the question; of a voided encounter it is voided with it, as {@link EncounterRow#has} has it. */
    private static String answers(String obs) {
        return String.format(
                "%1$s.encounter = e and %1$s.concept.conceptId in (:phaseQuestion) and (%1$s.voided = false or e.voided = true"
                        + " and (%1$s.voidReason = e.voidReason or %1$s.voidReason is null and e.voidReason is null)"
                        + " and (%1$s.dateVoided >= e.dateVoided or %1$s.dateVoided is null or e.dateVoided is null))",
                obs);
    }

    @Override
    public void restrict(Query<?> query) {
        if (question != null) {
            query.setParameterList("phaseQuestion", question).setParameterList("phase", phase);
        }
    }
}
