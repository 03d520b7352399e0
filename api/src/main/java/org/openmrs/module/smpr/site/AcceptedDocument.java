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
import org.openmrs.User;

/**
 * A document that was found valid: the settings of the site, or the definition of an instrument of its own. The newest
 * settings and the newest definition of each instrument are in force, and the older ones say what was in force before.
 */
@Getter
@Setter
public class AcceptedDocument extends BaseOpenmrsObject {

    private Integer id;

    /** The code of the instrument that it defines; null for settings. */
    private String instrument;

    /** Where the document came from: the name of a file, or of a person's upload. */
    private String source;

    private String document;

    private Date dateAccepted;

    /** Who had it accepted; null where the server read it from its file. */
    private User acceptedBy;

    public DocumentKind getKind() {
        return instrument == null ? DocumentKind.SETTINGS : DocumentKind.INSTRUMENT;
    }
}
