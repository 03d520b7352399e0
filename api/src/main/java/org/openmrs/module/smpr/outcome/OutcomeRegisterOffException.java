/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import org.openmrs.api.APIException;

/** The site has recorded no legal basis for an outcome register, or one that does not hold yet: there is none to read or write. */
public class OutcomeRegisterOffException extends APIException {

    private static final long serialVersionUID = 1L;

    public OutcomeRegisterOffException() {
        super("smpr.outcomeRegisterOff", (Object[]) null);
    }
}
