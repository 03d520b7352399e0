/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Value;

/** What the record says of an encounter, without loading it. */
@Value
public class EncounterRow {

    Integer id;

    String uuid;

    Date date;

    boolean voided;

    Date dateVoided;

    String voidReason;

    Date dateCreated;

    String creator;

    String type;

    String patient;

    String locationUuid;

    String locationName;

    /** The user name of who voided it; null where it is live. */
    String voidedBy;

    /**
     * @param live what {@link #has} lets through
     * @return what changes with every change of the record
     */
    public String version(List<ObsRow> live, List<RaterRow> raters) {
        Set<Integer> ids = live.stream().map(ObsRow::getId).collect(Collectors.toCollection(LinkedHashSet::new));
        return String.join(
                "-",
                String.valueOf(date.getTime()),
                String.valueOf(ids.size()),
                String.valueOf(ids.stream().max(Integer::compare).orElse(0)),
                Integer.toHexString(Objects.hash(
                        locationUuid, raters.stream().map(RaterRow::getProvider).collect(Collectors.toList()))));
    }

    /** @return whether the obs is part of what the encounter says: a live one, and of a voided encounter what was voided with it */
    public boolean has(ObsRow obs) {
        return !obs.isVoided()
                || voided
                        && Objects.equals(voidReason, obs.getVoidReason())
                        && (dateVoided == null
                                || obs.getDateVoided() == null
                                || Math.abs(dateVoided.getTime()
                                                - obs.getDateVoided().getTime())
                                        <= HistoryReader.ONE_SAVE_MILLIS);
    }
}
