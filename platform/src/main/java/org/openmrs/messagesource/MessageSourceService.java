/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.messagesource;

import org.springframework.context.MessageSource;

/** The texts of platform and modules. */
public interface MessageSourceService extends MessageSource {
    String getMessage(String code);
}
