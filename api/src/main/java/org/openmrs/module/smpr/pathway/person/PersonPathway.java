/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.person;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Value;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.pathway.plan.BreakInCare;
import org.openmrs.module.smpr.pathway.plan.EpisodePlan;
import org.openmrs.module.smpr.pathway.plan.WaveDue;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;

/** A person's way through care, as far as the reader may see it. */
@Value
public class PersonPathway {

    /** Of a person who has no episode. */
    public static final PersonPathway NONE =
            new PersonPathway(Collections.emptyList(), Collections.emptyList(), Collections.emptyList());

    /** In order of their first days, without gaps of their own; empty where there is no episode. */
    List<PhaseSpan> phases;

    /** What is done about items, the newest first; null where the reader may not see that. */
    List<PathwayRecord> actions;

    /** How it stands with each of his episodes, in order of their beginning; null where the reader may not see that. */
    List<EpisodePlan> plans;

    /** @return what the plan of the latest episode says of the instrument, second ratings left out; empty where there is no episode, or the reader may not see it */
    public List<WaveDue> wavesOf(Instrument instrument) {
        return plans == null || plans.isEmpty()
                ? Collections.emptyList()
                : plans.get(plans.size() - 1).getWaves().stream()
                        .filter(due -> !due.isSecond() && due.getInstrument().equals(instrument.getCode()))
                        .collect(Collectors.toList());
    }

    /** @return the day from which on no contact was kept for longer than the site allows, up to now; empty where it is not so, not known, or the reader may not see it */
    public Optional<LocalDate> noContactSince() {
        return plans == null || plans.isEmpty()
                ? Optional.empty()
                : plans.get(plans.size() - 1).getCare().getBreaks().stream()
                        .filter(broken -> broken.getTo() == null)
                        .map(BreakInCare::getFrom)
                        .findFirst();
    }

    /** @return whether an episode of care is open */
    public boolean isInCare() {
        return phases.stream()
                .anyMatch(span -> span.getTo() == null && !span.getPhase().equals(CommonQuestions.AFTER_CARE));
    }

    /** @return what is done about the item, the newest first; null where the reader may not see that */
    public List<PathwayRecord> actionsFor(Instrument instrument, Item item) {
        String concept = instrument.getCode() + "." + item.getCode();
        return actions == null
                ? null
                : actions.stream()
                        .filter(action -> Stream.of(Records.RISK, Records.GOAL)
                                .anyMatch(question -> names(action, question, concept)))
                        .collect(Collectors.toList());
    }

    private static boolean names(PathwayRecord action, String question, String concept) {
        return action.values(question).stream()
                .map(code -> action.getType().known(question).choice(String.valueOf(code)))
                .anyMatch(choice -> choice.map(Choice::getConceptCode)
                        .filter(concept::equals)
                        .isPresent());
    }
}
