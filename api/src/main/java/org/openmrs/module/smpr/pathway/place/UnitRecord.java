/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.util.Date;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.Location;
import org.openmrs.User;

/** A unit, as its table has it. */
@Getter
@Setter
public class UnitRecord {

    private Integer id;

    private String uuid;

    private String name;

    private Location location;

    private int capacity;

    private int version;

    private User creator;

    private Date dateCreated;

    private User changedBy;

    private Date dateChanged;

    private boolean retired;

    private User retiredBy;

    private Date dateRetired;

    private String retireReason;
}
