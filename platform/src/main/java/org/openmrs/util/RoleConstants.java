/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.util;

/** The roles every server has. */
public class RoleConstants {
    public static final String SUPERUSER = "System Developer";
    public static final String ANONYMOUS = "Anonymous";
    public static final String AUTHENTICATED = "Authenticated";
    public static final String PROVIDER = "Provider";
}
