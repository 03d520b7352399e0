/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Reference;

/** A therapeutic flat-share (UCTI), and how it is occupied over the days that were asked for. */
@Value
@Builder(toBuilder = true)
public class Unit {

    public static final int DEFAULT_CAPACITY = 5;

    public static final int LARGEST_CAPACITY = 99;

    String uuid;

    String name;

    Reference location;

    /** How many people can live there. */
    int capacity;

    /** Tonight. */
    NightOccupancy today;

    /** The first night from tonight on for which a place is free; empty only where none is within {@link Span#SEARCHED_MONTHS} months. */
    Optional<LocalDate> freeFrom;

    /** The days that were asked for. */
    Span span;

    /** The first day from that of the span on from which a place is free for as many nights as the span has; empty as above. */
    Optional<LocalDate> freeForSpan;

    /** Every night of the span, in order. */
    List<NightOccupancy> nights;

    boolean retired;

    /** Changes with every change. */
    String version;

    Audit audit;

    /** Who made, changed and retired (or voided) a record, and when: user names and moments, null where there was nobody. */
    @Value
    @Builder
    public static class Audit {

        String creator;

        Date dateCreated;

        String changedBy;

        Date dateChanged;

        String endedBy;

        Date dateEnded;

        String reason;
    }
}
