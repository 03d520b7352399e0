/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Date;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseOpenmrsObject;
import org.openmrs.User;

/** The row of an accepted plan, which is written once. */
@Getter
@Setter
public class StudyPlanRow extends BaseOpenmrsObject {

    private Integer id;

    private int version;

    private String document;

    private String sha256;

    /** The uuid of the newest document of the site when it was accepted; null where there was none. */
    private String siteVersion;

    private Date dateAccepted;

    private User acceptedBy;
}
