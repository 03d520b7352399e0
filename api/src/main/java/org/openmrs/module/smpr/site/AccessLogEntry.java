/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Date;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseOpenmrsObject;

/** That somebody read, or tried to read, something about a person. Nothing changes it once it is written. */
@Getter
@Setter
public class AccessLogEntry extends BaseOpenmrsObject {

    /** What became of the attempt. */
    public enum Outcome {
        READ,
        /** There was nothing of the kind, or nothing that the user may see. */
        NOTHING,
        /** The user lacks the privilege. */
        REFUSED,
        FAILED
    }

    private Integer id;

    private Date date;

    /** The uuid of the user; null where nobody was signed in. */
    private String user;

    /** The user's name, where it is read and the user is still there; not stored. */
    private String userName;

    /** What was read: a constant of {@link ReadOfPeople}. */
    private String what;

    /** The uuid of the patient; null for a cohort, and where it is not known. */
    private String patient;

    /** The uuid of the one assessment that was read; null where it was more than one, or none. */
    private String object;

    /** The REST path under {@code /ws/rest/v1/}, or the service method where no request of ours led there. */
    private String route;

    private String outcome;
}
