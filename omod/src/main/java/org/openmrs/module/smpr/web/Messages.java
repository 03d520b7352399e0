/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.trajectory.words.Language;

/** The sentences of the message files, in the language of the session. */
final class Messages {

    private Messages() {}

    /** @return how the session is spoken to */
    static Language language() {
        return new Language(Messages::text, Context.getLocale(), Shown.zone());
    }

    static String text(String key, Object... arguments) {
        return Context.getMessageSourceService().getMessage(key, arguments, Context.getLocale());
    }
}
