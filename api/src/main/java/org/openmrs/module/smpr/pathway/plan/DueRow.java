/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import lombok.Getter;
import lombok.Setter;

/** One thing that is to be done of a person: a row of its own, so that a service's worklist is cut and counted by the database. Whether it is due today follows from its days. */
@Getter
@Setter
public class DueRow {

    private Integer id;

    private Integer patientId;

    /** The uuid of the episode. */
    private String episode;

    /** The phase that the episode is in; null where no state says. */
    private String phase;

    /** The uuid of the provider in charge; null where nobody said. */
    private String inCharge;

    /** The name of a {@link DueKind}. */
    private String kind;

    private String wave;

    private String instrument;

    private LocalDate due;

    private LocalDate windowFrom;

    private LocalDate windowTo;

    /** The first day on which it is to be done. */
    private LocalDate opens;

    /** The first day on which it is overdue. */
    private LocalDate overdueFrom;

    /** The last day on which it can be done; null while nothing stands in the way. */
    private LocalDate last;
}
