/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import lombok.Getter;

/** In whose name a request is sent. */
enum Caller {
    RATER(DemoStaff.USER, DemoStaff.PASSWORD, true),
    READER(DemoStaff.READER, DemoStaff.READER_PASSWORD, true),
    ADMINISTRATOR(DemoStaff.ADMINISTRATOR, DemoStaff.ADMINISTRATOR_PASSWORD, true),
    WRONG_PASSWORD(DemoStaff.USER, "wrong", false),
    UNKNOWN_USER("nobody", "wrong", false),
    SIGNED_OUT(null, null, false);

    /** The value of the header; null for none. */
    @Getter
    private final String authorization;

    @Getter
    private final boolean signedIn;

    Caller(String user, String password, boolean signedIn) {
        this.signedIn = signedIn;
        authorization = user == null
                ? null
                : "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @return what makes a session in that language */
    WireRequest signIn(String language) {
        return WireRequest.builder()
                .caller(this)
                .verb("POST")
                .target("/openmrs/ws/rest/v1/session")
                .json("{\"locale\": \"" + language + "\"}")
                .build();
    }
}
