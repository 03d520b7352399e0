/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import org.hibernate.SessionFactory;
import org.openmrs.GlobalProperty;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ServiceContext;

/** Global properties as the platform itself reads them, whoever is signed in. */
public final class Settings {
    private Settings() {}

    /** The value, or the other where there is none, no session or no server. */
    public static String get(String property, String otherwise) {
        if (ServiceContext.getInstance().getApplicationContext() == null || !Context.isSessionOpen()) {
            return otherwise;
        }
        SessionFactory sessions = Context.getRegisteredComponent("sessionFactory", SessionFactory.class);
        GlobalProperty found = sessions.getCurrentSession().get(GlobalProperty.class, property);
        String value = found == null ? null : found.getPropertyValue();
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** Whether it is set to true. */
    public static boolean isTrue(String property) {
        return Boolean.parseBoolean(get(property, "false"));
    }
}
