/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.Date;
import java.util.Map;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseOpenmrsObject;

/** What the tables of the register have in common. Days are kept as they are written, so that no time zone moves them. */
@Getter
@Setter
public abstract class RegisterRow<T extends RegisterEntry> extends BaseOpenmrsObject {

    private Integer id;

    private Integer patientId;

    private int version;

    /** The id of a user, as are the next. */
    private Integer creator;

    private Date dateCreated;

    private Integer changedBy;

    private Date dateChanged;

    private boolean voided;

    private Integer voidedBy;

    private Date dateVoided;

    private String voidReason;

    /** Takes over what the entry says, but not whose it is nor who recorded it. */
    abstract void fill(T entry);

    /**
     * @param patient the uuid of the patient whom it is told of
     * @param users names of users, by id
     */
    abstract T entry(String patient, Map<Integer, String> users);

    /** @param names of users, by id */
    RegisterAudit audit(Map<Integer, String> names) {
        return RegisterAudit.builder()
                .creator(names.get(creator))
                .dateCreated(dateCreated)
                .changedBy(names.get(changedBy))
                .dateChanged(dateChanged)
                .voided(voided)
                .voidedBy(names.get(voidedBy))
                .dateVoided(dateVoided)
                .voidReason(voidReason)
                .build();
    }
}
