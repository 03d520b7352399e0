/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.Getter;

/** What there is to see in the demonstration: each page, where it is, and who sees it. */
@Getter
enum Page {
    SIGN_IN(DemoUser.NOBODY, ""),
    SEARCH(DemoUser.RATER, ""),
    PATIENT(DemoUser.RATER, "person/{INV-101}"),
    HCR20V3(DemoUser.RATER, "person/{INV-101}/HCR20V3"),
    SAPROF(DemoUser.RATER, "person/{INV-101}/SAPROF"),
    CAPP(DemoUser.RATER, "person/{INV-101}/CAPP"),
    ASSESSMENT(DemoUser.RATER, "person/{INV-101}/HCR20V3/new");

    private final DemoUser user;

    private final String address;

    Page(DemoUser user, String address) {
        this.user = user;
        this.address = address;
    }

    /** @return all who are shown something */
    static Set<DemoUser> users() {
        return Arrays.stream(values()).map(Page::getUser).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return those that this user is shown */
    static List<Page> of(DemoUser user) {
        return Arrays.stream(values()).filter(page -> page.user == user).collect(Collectors.toList());
    }

    /** Goes there, and waits until all of it is drawn. */
    void showIn(Browser browser, DemoPeople people) throws IOException, InterruptedException {
        browser.open("index.html#/" + people.inside(address));
        browser.awaitDrawn();
    }

    /** @return a name for a file */
    String file() {
        return name().toLowerCase().replace('_', '-');
    }
}
