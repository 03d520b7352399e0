/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.Date;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseOpenmrsObject;

/** The row of a job. Once it is there it is changed by statements that say what must hold for it, and never through the object. */
@Getter
@Setter
public class JobRow extends BaseOpenmrsObject {

    private Integer id;

    private String kind;

    private String state;

    /** What is to become of it once it is taken back; null while it is to be done. */
    private String ending;

    private String reason;

    /** JSON, as is the result. */
    private String parameters;

    /** The id of the user. */
    private Integer askedBy;

    /** In which language he asked: a language tag. */
    private String locale;

    private Date dateAsked;

    private Date dateStarted;

    private Date dateEnded;

    private long done;

    private long total;

    private String doing;

    private boolean cancelRequested;

    private String result;

    /** The node that runs it: a random id of its run there. */
    private String node;

    /** Until when it is that node's by the database's own time, which the node's heartbeat moves on. */
    private Date heldUntil;

    /** How often it was taken up. */
    private int attempts;

    private Date expires;

    private String fileName;

    private String fileType;

    private Long fileSize;

    private String fileSha256;

    private Integer fileParts;
}
