/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.openmrs.module.smpr.trajectory.TestSeries;

/** The module's messages without a platform, formatted as the platform does. */
public final class TestLanguage {

    public static final Language ENGLISH = of(Locale.ENGLISH);

    public static final Language FRENCH = of(Locale.FRENCH);

    private TestLanguage() {}

    public static Language of(Locale locale) {
        ResourceBundle messages = ResourceBundle.getBundle(
                "messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Words words = (key, arguments) -> new MessageFormat(messages.getString(key), locale).format(arguments);
        return new Language(words, locale, TestSeries.ZONE);
    }
}
