/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Who sits before a page of the demonstration. */
@Getter
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
enum DemoUser {
    /** Nobody has signed in. */
    NOBODY(null, null),
    RATER(DemoStaff.USER, DemoStaff.PASSWORD),
    FOLLOWER(DemoStaff.FOLLOWER, DemoStaff.FOLLOWER_PASSWORD),
    SECRETARY(DemoStaff.SECRETARY, DemoStaff.SECRETARY_PASSWORD),
    READER(DemoStaff.READER, DemoStaff.READER_PASSWORD),
    REGISTRAR(DemoStaff.REGISTRAR, DemoStaff.REGISTRAR_PASSWORD),
    COORDINATOR(DemoStaff.COORDINATOR, DemoStaff.COORDINATOR_PASSWORD),
    ANALYST(DemoStaff.ANALYST, DemoStaff.ANALYST_PASSWORD),
    AUDITOR(DemoStaff.AUDITOR, DemoStaff.AUDITOR_PASSWORD),
    ADMINISTRATOR(DemoStaff.ADMINISTRATOR, DemoStaff.ADMINISTRATOR_PASSWORD);

    private final String username;

    private final String password;
}
