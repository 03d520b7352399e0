/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.context;

import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.User;

/** A user, and how they signed in. */
@Getter
@Setter
@AllArgsConstructor
public class BasicAuthenticated implements Authenticated {
    private User user;
    private String authenticationScheme;
}
