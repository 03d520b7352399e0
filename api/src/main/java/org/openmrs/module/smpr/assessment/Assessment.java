/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.site.AboutPerson;
import org.openmrs.module.smpr.site.InstrumentSettings;

/** One filled-in instrument, as the record has it: an encounter of the instrument's type and its obs. */
@Value
@ToString(of = "uuid")
@Builder(toBuilder = true)
public class Assessment implements AboutPerson {

    /** The uuid of the encounter. */
    String uuid;

    /** The uuid of the patient. */
    String patient;

    Instrument instrument;

    /** What the site had set for the instrument when this was read. */
    InstrumentSettings settings;

    /** When it was made: the date of the encounter. */
    Date date;

    /** Where; null where the record does not say. */
    Reference location;

    List<Reference> raters;

    /**
     * What was answered, by the code of the question: the code of a choice, a {@link Double}, a
     * {@link java.time.LocalDate} or a text. More than one value where the question allows it, or where the record is
     * faulty.
     */
    Map<String, List<Object>> answers;

    /** The phase of care that the pathway gives for its day; null where it gives none. */
    String phaseOfEpisode;

    /** What is wrong with the record; empty where nothing is. */
    List<Fault> faults;

    /** What is no fault, but has to be known by whoever reads the ratings; empty for none. */
    List<Fault> warnings;

    /** Whether anything was changed after it had been complete. */
    boolean amended;

    /** Changes with every change of the record: an amendment that names it fails where the record has changed meanwhile. */
    String version;

    boolean voided;

    /** Who charted it: a user name; null where the platform has none. */
    String creator;

    Date dateCreated;

    /** Who voided it, when and why; null where it is live, or the platform does not say. */
    String voidedBy;

    Date dateVoided;

    String voidReason;

    /** @return all the values given to the question; empty where it is unanswered */
    public List<Object> values(String question) {
        return answers.getOrDefault(question, Collections.emptyList());
    }

    /** @return the one value given to the question; empty where there is none, or more than one */
    public Optional<Object> value(String question) {
        List<Object> values = values(question);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** @return the code of the one choice given to the question; empty where there is none, or more than one */
    public Optional<String> choice(String question) {
        return value(question).filter(String.class::isInstance).map(String.class::cast);
    }

    /** @return the codes of the contexts that it rates, where items are rated apart for each; empty where none is begun */
    public Set<String> contexts() {
        return instrument.contextsOf(answers.keySet());
    }

    /** @return the one choice given to the question; empty where there is none, more than one, or the record is faulty in it */
    public Optional<Choice> rated(Question question) {
        return isFaulty(question)
                ? Optional.empty()
                : choice(question.getCode()).flatMap(question::choice);
    }

    /** @return the code of the one choice given to the question, by the same rule; empty too where the instrument does not ask it */
    public Optional<String> stated(String question) {
        return instrument.question(question).flatMap(this::rated).map(Choice::getCode);
    }

    /** @return whether its raters have declared it complete; a record that does not say, or says two things, is not */
    public boolean isComplete() {
        return AssessmentRules.isComplete(answers);
    }

    /** @return whether it is an independent second rating, which is kept out of the series */
    public boolean isIndependent() {
        return choice(CommonQuestions.RATER_ROLE)
                .filter(CommonQuestions.INDEPENDENT::equals)
                .isPresent();
    }

    /** @return whether it is what several raters have agreed on */
    public boolean isConsensus() {
        return stated(CommonQuestions.RATER_ROLE)
                .filter(CommonQuestions.CONSENSUS::equals)
                .isPresent();
    }

    /** @return the phase of care that it was made in: as the pathway has it, else as it says itself; empty where neither says */
    public Optional<String> phase() {
        return phaseOfEpisode == null ? stated(CommonQuestions.PHASE) : Optional.of(phaseOfEpisode);
    }

    /** @return whether it was made in that phase of care, and in no other; one of which nothing says so is in none */
    public boolean isInPhase(String phase) {
        return phase().filter(phase::equals).isPresent();
    }

    /** @return whether the record is faulty in its answer to the question; no answer is none, and not a faulty one */
    public boolean isFaulty(Question question) {
        String field = Fields.of(question);
        return faults.stream()
                .anyMatch(fault ->
                        fault.getField().equals(field) && !fault.getCode().equals("missing"));
    }
}
