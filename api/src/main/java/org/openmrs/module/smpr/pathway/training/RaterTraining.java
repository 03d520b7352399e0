/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.training;

import java.time.LocalDate;
import java.util.Date;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseOpenmrsObject;
import org.openmrs.User;
import org.openmrs.module.smpr.assessment.Reference;

/** That a clinician was trained in an instrument: a row of its own, because it is of staff and of no patient. It is not changed: it is voided, and another is charted. */
@Getter
@Setter(AccessLevel.PACKAGE)
public class RaterTraining extends BaseOpenmrsObject {

    private Integer id;

    /** The uuid of the provider. */
    private String provider;

    /** The provider's name, where it is read and the provider is still there; not stored. */
    private String providerName;

    /** The code of the instrument. */
    private String instrument;

    /** The day at the site. */
    private Date date;

    /** The name of a {@link TrainingLevel}. */
    private String level;

    /** Where, by whom, under what number; null for nothing. */
    private String note;

    private User creator;

    private Date dateCreated;

    private boolean voided;

    /** Who voided it, when and why; null where it is live. */
    private User voidedBy;

    private Date dateVoided;

    private String voidReason;

    /** The platform's objects ask for it. */
    @Override
    public Integer getId() {
        return id;
    }

    @Override
    public void setId(Integer id) {
        this.id = id;
    }

    /** @return the day at the site */
    public LocalDate getDay() {
        return new java.sql.Date(date.getTime()).toLocalDate();
    }

    public TrainingLevel getTrainingLevel() {
        return TrainingLevel.valueOf(level);
    }

    public Reference getRater() {
        return new Reference(provider, providerName);
    }
}
