/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lombok.Getter;
import org.openmrs.api.APIException;

/** That what was asked for is in itself right, and what is booked or charted already stands in its way. Nothing was written. */
@Getter
public class PlaceConflictException extends APIException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way; its sentence is the message {@code smpr.place.<name>}. */
    public enum Kind {
        /** No place is free for the whole stay; arguments: the first full night, the day from which one is free for as long. */
        FULL,
        /** The same, where none is free for as long within the months searched; arguments: the first full night, the months. */
        FULL_FOR_LONG,
        /** The stay cannot be as long; arguments: the first full night, the next day on which a place frees. */
        NO_EXTENSION,
        /** The same, where none frees within the months searched; arguments: the first full night, the months. */
        NO_EXTENSION_FOR_LONG,
        /** As many live there as there are places; arguments: the day, the day from which one is free for the whole stay. */
        NOBODY_LEFT,
        /** The same, where none is free for as long within the months searched; arguments: the day, the months. */
        NOBODY_LEFT_FOR_LONG,
        /** The person has a placement that is open. */
        ALREADY_OPEN,
        /** More places are taken than the unit is to have; argument: the first such night. */
        CAPACITY_TAKEN,
        /** The unit has open placements, and is in use. */
        UNIT_IN_USE,
        /** Others were at it at the same moment, again and again. */
        BUSY
    }

    private final Kind kind;

    /** Days ({@link LocalDate}) and numbers, never data about a person. */
    private final transient List<Object> arguments;

    /** The day from which it would be possible; empty where there is none, or it is not a matter of days. */
    private final transient Optional<LocalDate> freeFrom;

    private PlaceConflictException(Kind kind, Optional<LocalDate> freeFrom, Object... arguments) {
        super(kind.name());
        this.kind = kind;
        this.freeFrom = freeFrom;
        this.arguments = Collections.unmodifiableList(Arrays.asList(arguments));
    }

    static PlaceConflictException of(Kind kind, Object... arguments) {
        return new PlaceConflictException(kind, Optional.empty(), arguments);
    }

    /**
     * @param full the first night that has no place
     * @param freeFrom empty where no place is free within the months searched
     */
    static PlaceConflictException ofDays(Kind kind, Kind forLong, LocalDate full, Optional<LocalDate> freeFrom) {
        return freeFrom.map(free -> new PlaceConflictException(kind, freeFrom, full, free))
                .orElseGet(() -> of(forLong, full, Span.SEARCHED_MONTHS));
    }
}
