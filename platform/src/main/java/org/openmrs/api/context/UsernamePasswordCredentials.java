/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.context;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** A name, or system id, and a password. */
@Getter
@RequiredArgsConstructor
public class UsernamePasswordCredentials implements Credentials {
    public static final String SCHEME = "OPENMRS_USERPASS_AUTH_SCHEME";

    private final String username;
    private final String password;

    @Override
    public String getAuthenticationScheme() {
        return SCHEME;
    }

    @Override
    public String getClientName() {
        return getUsername();
    }
}
