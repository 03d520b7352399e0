/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.assessment.Texts;

/**
 * One step of a placement: checks what is asked for and carries it over. Where nothing is said, a step is of today, the
 * priority is the normal one, and a stay is planned for {@link Span#USUAL_MONTHS} months.
 */
final class PlacementStep {

    private static final int LONGEST_REASON = 1000;

    private static final Set<PlacementStatus> OF_A_STAY = EnumSet.of(PlacementStatus.ENTERED, PlacementStatus.LEFT);

    private static final Set<PlacementStatus> WITHOUT_A_STAY =
            EnumSet.of(PlacementStatus.DECLINED, PlacementStatus.REFUSED, PlacementStatus.WITHDRAWN);

    private final PlacementRecord record;

    private final PlacementInput input;

    /** Null where the placement is new. */
    private final PlacementStatus before;

    private final PlacementStatus next;

    private final LocalDate today;

    private final List<Fault> faults;

    /**
     * @param record the placement as it is, or an empty one; it is changed
     * @param faults what is found wrong is added here
     */
    PlacementStep(PlacementRecord record, PlacementInput input, LocalDate today, List<Fault> faults) {
        this.record = record;
        this.input = input;
        this.before = record.getStatus() == null ? null : record.status();
        this.next = input.getStatus() == null ? before : input.getStatus();
        this.today = today;
        this.faults = faults;
    }

    /**
     * @param care tells where in his care the person was on a day; null where it is not known who he is
     * @return whether such a step can be made at all; what it says of the rest is in the faults
     */
    boolean take(Function<LocalDate, CareOnDay> care) {
        if (!isPossible()) {
            return false;
        }
        refuseWhatDoesNotBelong();
        takeRequest();
        takeOffer();
        takeReservation();
        takeStay();
        takeEnd();
        refuseImpossibleOrder();
        if (care != null && faults.isEmpty()) {
            refuseOutsideOfCare(care);
        }
        record.setStatus(next.name());
        return true;
    }

    /** @return the nights that it books; empty for none */
    Optional<Span> booked() {
        switch (next) {
            case RESERVED:
                return Optional.of(new Span(record.getStayFrom(), record.getPlannedEnd()));
            case ENTERED:
                return Optional.of(new Span(record.getEnteredOn(), record.getPlannedEnd()));
            case LEFT:
                LocalDate until = record.getLeftOn().isBefore(record.getPlannedEnd())
                        ? record.getLeftOn()
                        : record.getPlannedEnd();
                return until.isAfter(record.getEnteredOn())
                        ? Optional.of(new Span(record.getEnteredOn(), until))
                        : Optional.empty();
            default:
                return Optional.empty();
        }
    }

    /** @return the nights for which a place must be free and none is booked; empty for none */
    Optional<Span> offered() {
        return next == PlacementStatus.OFFERED
                ? Optional.of(new Span(record.getStayFrom(), record.getPlannedEnd()))
                : Optional.empty();
    }

    /** @return the nights until tonight in which he comes to be there by this step; empty where he is not, or was already */
    Optional<Span> comesToBeThere() {
        if (next == PlacementStatus.ENTERED && (before != next || input.getEnteredOn() != null)) {
            return Optional.of(new Span(record.getEnteredOn(), today.plusDays(1)));
        }
        return next == PlacementStatus.LEFT
                        && before == null
                        && record.getLeftOn().isAfter(record.getEnteredOn())
                ? Optional.of(new Span(record.getEnteredOn(), record.getLeftOn()))
                : Optional.empty();
    }

    /** @return whether a stay that has begun is to be longer, and nothing else of it changes */
    boolean isExtension() {
        return before == PlacementStatus.ENTERED && next == before && input.getEnteredOn() == null;
    }

    private boolean isPossible() {
        if (next == null) {
            require(PlacementFields.STATUS, null);
            return false;
        }
        if (before == null && !next.canBegin()) {
            faults.add(Fault.of(PlacementFields.STATUS, "cannotBegin", next.name()));
            return false;
        }
        if (before != null && before.following().isEmpty()) {
            faults.add(Fault.of(PlacementFields.STATUS, "placementEnded", before.name()));
            return false;
        }
        if (before != null && !before.mayBecome(next)) {
            faults.add(Fault.of(
                    PlacementFields.STATUS,
                    "cannotFollow",
                    before.name(),
                    next.name(),
                    before.following().stream().map(Enum::name).collect(Collectors.joining(", "))));
            return false;
        }
        return true;
    }

    /** What would be dropped without a word is refused. */
    private void refuseWhatDoesNotBelong() {
        boolean asks = before == null || next == PlacementStatus.WAITING || next == PlacementStatus.OFFERED;
        belongs(PlacementFields.REQUESTED_ON, input.getRequestedOn(), asks);
        belongs(PlacementFields.PRIORITY, input.getPriority(), asks);
        belongs(PlacementFields.PRIORITY_REASON, input.getPriorityReason(), asks);
        belongs(PlacementFields.OFFERED_ON, input.getOfferedOn(), next == PlacementStatus.OFFERED);
        belongs(PlacementFields.RESERVED_ON, input.getReservedOn(), next == PlacementStatus.RESERVED);
        boolean plans = next == PlacementStatus.OFFERED || next == PlacementStatus.RESERVED;
        belongs(PlacementFields.FROM, input.getFrom(), plans);
        boolean stays = next == PlacementStatus.ENTERED || next == PlacementStatus.LEFT && before == null;
        belongs(PlacementFields.PLANNED_END, input.getPlannedEnd(), plans || stays);
        belongs(PlacementFields.ENTERED_ON, input.getEnteredOn(), stays);
        belongs(PlacementFields.LEFT_ON, input.getLeftOn(), next == PlacementStatus.LEFT);
        belongs(PlacementFields.LEFT_BECAUSE, input.getLeftBecause(), next == PlacementStatus.LEFT);
        belongs(PlacementFields.ENDED_ON, input.getEndedOn(), WITHOUT_A_STAY.contains(next));
        belongs(Fields.REASON, input.getReason(), next == PlacementStatus.LEFT || WITHOUT_A_STAY.contains(next));
    }

    private void belongs(String field, Object given, boolean belongs) {
        if (given != null && !belongs) {
            faults.add(Fault.of(field, "notWithStatus", next.name()));
        }
    }

    private void takeRequest() {
        record.setRequestedOn(firstOf(input.getRequestedOn(), record.getRequestedOn(), requested()));
        Priority priority = input.getPriority();
        if (priority != null || record.getPriority() == null) {
            record.setPriority((priority == null ? Priority.NORMAL : priority).name());
        }
        if (record.getPriority().equals(Priority.NORMAL.name()) && input.getPriorityReason() == null) {
            record.setPriorityReason(null);
        } else {
            record.setPriorityReason(
                    takeText(PlacementFields.PRIORITY_REASON, input.getPriorityReason(), record.getPriorityReason()));
            require(PlacementFields.PRIORITY_REASON, record.getPriorityReason());
        }
        refuseFuture(PlacementFields.REQUESTED_ON, record.getRequestedOn());
    }

    /** Of what is charted late it is not supposed that it was asked for today. */
    private LocalDate requested() {
        LocalDate known = firstOf(input.getOfferedOn(), input.getReservedOn(), input.getEnteredOn());
        return known == null || known.isAfter(today) ? today : known;
    }

    private void takeOffer() {
        if (next == PlacementStatus.WAITING) {
            record.setOfferedOn(null);
            record.setStayFrom(null);
            record.setPlannedEnd(null);
        }
        if (next == PlacementStatus.OFFERED) {
            record.setOfferedOn(firstOf(input.getOfferedOn(), record.getOfferedOn(), today));
            refuseFuture(PlacementFields.OFFERED_ON, record.getOfferedOn());
        }
    }

    private void takeReservation() {
        if (next == PlacementStatus.RESERVED) {
            record.setReservedOn(firstOf(input.getReservedOn(), record.getReservedOn(), today));
            refuseFuture(PlacementFields.RESERVED_ON, record.getReservedOn());
        }
        if (next == PlacementStatus.OFFERED || next == PlacementStatus.RESERVED) {
            LocalDate from = firstOf(input.getFrom(), record.getStayFrom());
            if (require(PlacementFields.FROM, from)) {
                takePlan(from, input.getFrom() == null ? record.getPlannedEnd() : null);
                record.setStayFrom(from);
            }
        }
    }

    private void takeStay() {
        if (next == PlacementStatus.ENTERED || next == PlacementStatus.LEFT && before == null) {
            LocalDate enteredOn = firstOf(
                    input.getEnteredOn(), record.getEnteredOn(), next == PlacementStatus.ENTERED ? today : null);
            if (require(PlacementFields.ENTERED_ON, enteredOn)) {
                refuseFuture(PlacementFields.ENTERED_ON, enteredOn);
                takePlan(enteredOn, record.getPlannedEnd());
                record.setEnteredOn(enteredOn);
                record.setStayFrom(firstOf(record.getStayFrom(), enteredOn));
            }
        }
    }

    /** @param usual the end where the input states none; null for the usual time after the first day */
    private void takePlan(LocalDate from, LocalDate usual) {
        LocalDate end = firstOf(input.getPlannedEnd(), usual, Span.usual(from).getUntil());
        if (!end.isAfter(from)) {
            faults.add(Fault.of(PlacementFields.PLANNED_END, "endNotAfterStart"));
        } else if (new Span(from, end).getNights() > Span.LONGEST) {
            faults.add(Fault.of(PlacementFields.PLANNED_END, "tooManyNights", String.valueOf(Span.LONGEST)));
        }
        record.setPlannedEnd(end);
    }

    private void takeEnd() {
        if (next == PlacementStatus.LEFT) {
            record.setLeftOn(firstOf(input.getLeftOn(), before == null ? null : today));
            require(PlacementFields.LEFT_ON, record.getLeftOn());
            refuseFuture(PlacementFields.LEFT_ON, record.getLeftOn());
            if (require(PlacementFields.LEFT_BECAUSE, input.getLeftBecause())) {
                record.setLeftBecause(input.getLeftBecause().name());
            }
            record.setReason(takeText(Fields.REASON, input.getReason(), null));
        }
        if (WITHOUT_A_STAY.contains(next)) {
            record.setEndedOn(firstOf(input.getEndedOn(), today));
            refuseFuture(PlacementFields.ENDED_ON, record.getEndedOn());
            record.setReason(takeText(Fields.REASON, input.getReason(), null));
            require(Fields.REASON, record.getReason());
        }
    }

    private void refuseImpossibleOrder() {
        LocalDate requestedOn = record.getRequestedOn();
        if (next == PlacementStatus.OFFERED) {
            refuseBefore(PlacementFields.OFFERED_ON, record.getOfferedOn(), PlacementFields.REQUESTED_ON, requestedOn);
        }
        if (next == PlacementStatus.RESERVED) {
            refuseBefore(
                    PlacementFields.RESERVED_ON, record.getReservedOn(), PlacementFields.REQUESTED_ON, requestedOn);
            refuseBefore(
                    PlacementFields.RESERVED_ON,
                    record.getReservedOn(),
                    PlacementFields.OFFERED_ON,
                    record.getOfferedOn());
        }
        if (OF_A_STAY.contains(next)) {
            refuseBefore(PlacementFields.ENTERED_ON, record.getEnteredOn(), PlacementFields.REQUESTED_ON, requestedOn);
            refuseBefore(
                    PlacementFields.LEFT_ON, record.getLeftOn(), PlacementFields.ENTERED_ON, record.getEnteredOn());
        }
        if (WITHOUT_A_STAY.contains(next)) {
            LocalDate endedOn = record.getEndedOn();
            refuseBefore(PlacementFields.ENDED_ON, endedOn, PlacementFields.REQUESTED_ON, requestedOn);
            refuseBefore(PlacementFields.ENDED_ON, endedOn, PlacementFields.OFFERED_ON, record.getOfferedOn());
            refuseBefore(PlacementFields.ENDED_ON, endedOn, PlacementFields.RESERVED_ON, record.getReservedOn());
        }
    }

    private void refuseOutsideOfCare(Function<LocalDate, CareOnDay> care) {
        if (OF_A_STAY.contains(next)) {
            if (before == null || comesToBeThere().isPresent()) {
                refuse(PlacementFields.ENTERED_ON, care.apply(record.getEnteredOn()), true);
            }
        } else if (next == PlacementStatus.WAITING && before != next) {
            refuse(PlacementFields.STATUS, care.apply(before == null ? record.getRequestedOn() : today), false);
        } else if (next == PlacementStatus.OFFERED) {
            refuse(PlacementFields.STATUS, care.apply(before == next ? today : record.getOfferedOn()), false);
        } else if (next == PlacementStatus.RESERVED) {
            refuse(PlacementFields.STATUS, care.apply(before == next ? today : record.getReservedOn()), false);
        }
    }

    private void refuse(String field, CareOnDay care, boolean mustBeReleased) {
        if (care == CareOnDay.NOT_IN_CARE) {
            faults.add(Fault.of(field, "notInCare"));
        } else if (care == CareOnDay.AFTER_CARE) {
            faults.add(Fault.of(field, "careEnded"));
        } else if (care == CareOnDay.BEFORE_RELEASE && mustBeReleased) {
            faults.add(Fault.of(field, "beforeRelease"));
        }
    }

    private void refuseFuture(String field, LocalDate day) {
        if (day != null && day.isAfter(today)) {
            faults.add(Fault.of(field, "inTheFuture"));
        }
    }

    private void refuseBefore(String field, LocalDate day, String earlierField, LocalDate earlier) {
        if (day != null && earlier != null && day.isBefore(earlier)) {
            faults.add(Fault.of(field, "tooEarly", earlierField));
        }
    }

    /** @return the text without blanks around it; null for none */
    private String takeText(String field, String given, String before) {
        if (given == null) {
            return before;
        }
        String text = given.trim();
        if (text.length() > LONGEST_REASON) {
            faults.add(Fault.of(field, "tooLong", String.valueOf(LONGEST_REASON)));
        }
        if (!Texts.canBeKept(text)) {
            faults.add(Fault.of(field, "unwritable"));
        }
        return text.isEmpty() ? null : text;
    }

    /** @return whether it is there; where it is not, nor refused already, that is a fault */
    private boolean require(String field, Object given) {
        if (given == null && faults.stream().noneMatch(fault -> fault.getField().equals(field))) {
            faults.add(Fault.of(field, "missing"));
        }
        return given != null;
    }

    private static LocalDate firstOf(LocalDate... days) {
        return Arrays.stream(days).filter(day -> day != null).findFirst().orElse(null);
    }
}
