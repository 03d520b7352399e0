/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.util;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.platform.Settings;

/** Locales: written, compared, and in the order in which a name is looked for. */
public class LocaleUtility {
    private LocaleUtility() {}

    public static Locale getDefaultLocale() {
        return fromSpecification(Settings.get(
                OpenmrsConstants.GLOBAL_PROPERTY_DEFAULT_LOCALE,
                OpenmrsConstants.GLOBAL_PROPERTY_DEFAULT_LOCALE_DEFAULT_VALUE));
    }

    public static Locale fromSpecification(String specification) {
        String[] parts = specification.trim().split("[_-]", 3);
        return new Locale(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    public static boolean areCompatible(Locale one, Locale other) {
        return one.equals(other)
                || one.getLanguage().equals(other.getLanguage())
                        && (one.getCountry().isEmpty() || other.getCountry().isEmpty());
    }

    public static Set<Locale> getLocalesInOrder() {
        Set<Locale> locales = new LinkedHashSet<>();
        if (Context.isSessionOpen()) {
            add(locales, Context.getLocale());
            User user = Context.getAuthenticatedUser();
            String proficient =
                    user == null ? "" : user.getUserProperty(OpenmrsConstants.USER_PROPERTY_PROFICIENT_LOCALES);
            Stream.of(proficient.split(",")).filter(l -> !l.isBlank()).forEach(l -> add(locales, fromSpecification(l)));
        }
        add(locales, getDefaultLocale());
        for (String allowed : Settings.get(OpenmrsConstants.GLOBAL_PROPERTY_LOCALE_ALLOWED_LIST, "en")
                .split(",")) {
            add(locales, fromSpecification(allowed));
        }
        add(locales, Locale.ENGLISH);
        return locales;
    }

    private static void add(Set<Locale> locales, Locale locale) {
        locales.add(locale);
        locales.add(new Locale(locale.getLanguage()));
    }
}
