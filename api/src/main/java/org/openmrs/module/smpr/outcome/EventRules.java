/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Answer;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Cause;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Certainty;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Conviction;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Qualification;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Severity;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Victim;
import org.openmrs.module.smpr.site.OutcomeSource;
import org.openmrs.module.smpr.site.ViolentDefinition;

/** Reads an event from what came in, and notes every fault; what was not said of an offence is not known. */
final class EventRules {

    private final GivenAnswers given;

    private final List<Fault> faults;

    private final ViolentDefinition definition;

    private final Days days;

    /**
     * @param faults what is found wrong is added here
     * @param definition null where the site has none
     */
    EventRules(GivenAnswers given, List<Fault> faults, ViolentDefinition definition, Days days) {
        this.given = given;
        this.faults = faults;
        this.definition = definition;
        this.days = days;
    }

    /** @param before the event as it stands; an empty one for a new one */
    OutcomeEvent read(OutcomeEvent before) {
        Kind kind = given.code(RegisterFields.KIND, Kind.class, before.getKind());
        if (kind == null) {
            faults.add(Fault.of(RegisterFields.KIND, "missing"));
        } else if (before.getKind() != null && before.getKind() != kind) {
            faults.add(Fault.of(RegisterFields.KIND, "fixed"));
        }
        OutcomeEvent.OutcomeEventBuilder event = before.toBuilder()
                .kind(kind)
                .informed(given.day(RegisterFields.INFORMED, before.getInformed()))
                .source(given.code(RegisterFields.SOURCE, OutcomeSource.class, before.getSource()))
                .certainty(given.code(RegisterFields.CERTAINTY, Certainty.class, before.getCertainty()));
        readDates(event, before);
        readOffence(event, before, kind == Kind.NEW_OFFENCE);
        event.cause(orNotKnown(
                given.code(RegisterFields.CAUSE, Cause.class, before.getCause()), Cause.NOT_KNOWN, kind == Kind.DEATH));
        given.refuseUnread();
        OutcomeEvent read = event.build();
        refuseWhatIsNotOfItsKind(read.getKind());
        refuseGaps(read);
        refuseImpossibleDays(read);
        return read;
    }

    private void readDates(OutcomeEvent.OutcomeEventBuilder event, OutcomeEvent before) {
        event.date(given.date(RegisterFields.DATE, before.getDate()))
                .from(given.day(RegisterFields.FROM, before.getFrom()))
                .to(given.day(RegisterFields.TO, before.getTo()));
    }

    private void readOffence(OutcomeEvent.OutcomeEventBuilder event, OutcomeEvent before, boolean offence) {
        Answer violent = given.code(RegisterFields.VIOLENT, Answer.class, before.getViolent());
        event.conviction(orNotKnown(
                        given.code(RegisterFields.CONVICTION, Conviction.class, before.getConviction()),
                        Conviction.NOT_KNOWN,
                        offence))
                .convicted(given.day(RegisterFields.CONVICTED, before.getConvicted()))
                .violent(orNotKnown(violent, Answer.NOT_KNOWN, offence))
                .violentBy(violentBy(violent, before))
                .severity(orNotKnown(
                        given.code(RegisterFields.SEVERITY, Severity.class, before.getSeverity()),
                        Severity.NOT_KNOWN,
                        offence))
                .victim(orNotKnown(
                        given.code(RegisterFields.VICTIM, Victim.class, before.getVictim()), Victim.NOT_KNOWN, offence))
                .qualification(orNotKnown(
                        given.code(RegisterFields.QUALIFICATION, Qualification.class, before.getQualification()),
                        Qualification.NOT_YET_KNOWN,
                        offence));
    }

    /** An answer that is given again is given by the definition in force. */
    private String violentBy(Answer violent, OutcomeEvent before) {
        if (violent == null || violent == Answer.NOT_KNOWN) {
            return null;
        }
        if (!given.has(RegisterFields.VIOLENT)) {
            return before.getViolentBy();
        }
        if (definition == null) {
            faults.add(Fault.of(RegisterFields.VIOLENT, "noViolentDefinition"));
            return null;
        }
        return definition.getName();
    }

    private static <T> T orNotKnown(T answer, T notKnown, boolean asked) {
        return asked && answer == null ? notKnown : answer;
    }

    private void refuseWhatIsNotOfItsKind(Kind kind) {
        if (kind == null) {
            return;
        }
        if (kind.lasts()) {
            refuseHere(RegisterFields.DATE);
        } else {
            refuseHere(RegisterFields.FROM, RegisterFields.TO);
        }
        if (kind != Kind.NEW_OFFENCE) {
            refuseHere(
                    RegisterFields.CONVICTION,
                    RegisterFields.CONVICTED,
                    RegisterFields.VIOLENT,
                    RegisterFields.SEVERITY,
                    RegisterFields.VICTIM,
                    RegisterFields.QUALIFICATION);
        }
        if (kind != Kind.DEATH) {
            refuseHere(RegisterFields.CAUSE);
        }
    }

    private void refuseHere(String... fields) {
        Stream.of(fields).filter(given::has).forEach(field -> faults.add(Fault.of(field, "notOfThisKind")));
    }

    private void refuseGaps(OutcomeEvent event) {
        if (event.getSource() == null) {
            faults.add(Fault.of(RegisterFields.SOURCE, "missing"));
        }
        if (event.getCertainty() == null) {
            faults.add(Fault.of(RegisterFields.CERTAINTY, "missing"));
        }
        if (event.getKind() != null && event.getKind().lasts() && event.getFrom() == null) {
            faults.add(Fault.of(RegisterFields.FROM, "missing"));
        }
        if (event.getConvicted() != null && event.getConviction() != Conviction.FINAL) {
            faults.add(Fault.of(RegisterFields.CONVICTED, "notFinal"));
        }
    }

    private void refuseImpossibleDays(OutcomeEvent event) {
        LocalDate earliest =
                event.getDate() == null ? event.getFrom() : event.getDate().getEarliest();
        LocalDate latest =
                event.getDate() == null ? event.getFrom() : event.getDate().getLatest();
        days.refuse(
                event.getKind() != null && event.getKind().lasts() ? RegisterFields.FROM : RegisterFields.DATE,
                earliest,
                latest);
        days.refuse(RegisterFields.TO, event.getTo(), event.getTo());
        days.refuse(RegisterFields.INFORMED, event.getInformed(), event.getInformed());
        days.refuse(RegisterFields.CONVICTED, event.getConvicted(), event.getConvicted());
        if (isBefore(event.getTo(), event.getFrom())) {
            faults.add(Fault.of(RegisterFields.TO, "endsBeforeItBegins"));
        }
        if (isBefore(event.getInformed(), earliest)) {
            faults.add(Fault.of(RegisterFields.INFORMED, "beforeItHappened"));
        }
        if (isBefore(event.getConvicted(), earliest)) {
            faults.add(Fault.of(RegisterFields.CONVICTED, "beforeItHappened"));
        }
    }

    private static boolean isBefore(LocalDate day, LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }
}
