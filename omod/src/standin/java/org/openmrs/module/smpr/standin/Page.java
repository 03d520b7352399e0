/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openqa.selenium.Keys;

/** What there is to see in the demonstration: each page, and each part in the page of an EHR; where it is, and who sees it. */
@Getter
enum Page {
    SIGN_IN(DemoUser.NOBODY, ""),
    SEARCH(DemoUser.RATER, "", browser -> {
        browser.await("smpr-person-search input").sendKeys("INV-10", Keys.ENTER);
        browser.await("ul.people a");
    }),
    PERSON(DemoUser.RATER, "person/{INV-101}"),
    HCR20V3(DemoUser.RATER, "person/{INV-101}/HCR20V3"),
    SAPROF(DemoUser.RATER, "person/{INV-101}/SAPROF"),
    CAPP(DemoUser.RATER, "person/{INV-101}/CAPP"),
    ASSESSMENT(DemoUser.RATER, "person/{INV-101}/HCR20V3/new"),
    CONTACT(DemoUser.FOLLOWER, "person/{INV-101}", press("smpr-person-view .row button.first")),
    DUE(DemoUser.RATER, "due/{INV-101}"),
    WORKLIST(DemoUser.FOLLOWER, "worklist"),
    BOARD(DemoUser.FOLLOWER, "board"),
    OFFER(DemoUser.FOLLOWER, "board", press("ol.lines .steps button")),
    OUTCOMES(DemoUser.REGISTRAR, "outcomes"),
    FOLLOW_UP(DemoUser.REGISTRAR, "outcomes/{INV-101}"),
    CHECK(DemoUser.REGISTRAR, "outcomes/{INV-101}", press("smpr-outcomes-view button.first")),
    STUDY(DemoUser.ANALYST, "study", browser -> {
        browser.run("document.querySelectorAll('.study-findings > details')[2].open = true");
        browser.await(".study-findings .finding svg");
        browser.run("document.querySelector('.study-findings').scrollIntoView({behavior: 'instant'})");
    }),
    PARTICIPANTS(DemoUser.COORDINATOR, "study"),
    PARTICIPANT(DemoUser.COORDINATOR, "person/{INV-117}", browser ->
            browser.run("document.querySelector('.study-part').scrollIntoView({behavior: 'instant', block: 'end'})")),
    INFORMING(DemoUser.COORDINATOR, "person/{INV-130}", press(".study-part button.first")),
    SETTINGS(DemoUser.ADMINISTRATOR, "settings"),
    NEW_PLAN(DemoUser.ADMINISTRATOR, "study", browser ->
            browser.run("document.querySelector('.editor').scrollIntoView({behavior: 'instant', block: 'end'})")),
    EMBEDDED_TRAJECTORY(DemoUser.READER, "<smpr-trajectory patient=\"{INV-101}\"></smpr-trajectory>"),
    EMBEDDED_DUE(DemoUser.READER, "<smpr-due patient=\"{INV-101}\"></smpr-due>"),
    EMBEDDED_ASSESSMENT(
            DemoUser.RATER, "<smpr-assessment patient=\"{INV-101}\" instrument=\"SAPROF\"></smpr-assessment>"),
    EMBEDDED_WORKLIST(DemoUser.SECRETARY, "<smpr-worklist></smpr-worklist>"),
    EMBEDDED_BOARD(DemoUser.SECRETARY, "<smpr-board></smpr-board>");

    private final DemoUser user;

    private final String place;

    /** What is done there before one looks. */
    private final Consumer<Browser> step;

    Page(DemoUser user, String place) {
        this(user, place, browser -> {});
    }

    /** @param place its address after {@code #/}, or the element; with people's identifiers in braces */
    Page(DemoUser user, String place, Consumer<Browser> step) {
        this.user = user;
        this.place = place;
        this.step = step;
    }

    private static Consumer<Browser> press(String css) {
        return browser -> {
            browser.click(css);
            browser.await("dialog[open]");
        };
    }

    /** @return all who are shown something */
    static Set<DemoUser> users() {
        return Arrays.stream(values()).map(Page::getUser).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return those that this user is shown */
    static List<Page> of(DemoUser user) {
        return Arrays.stream(values()).filter(page -> page.user == user).collect(Collectors.toList());
    }

    /** Goes there, whatever is shown then. */
    void openIn(Browser browser, DemoPeople people) throws IOException, InterruptedException {
        String inside = people.inside(place);
        if (isPart()) {
            browser.openInEhr(inside);
        } else {
            browser.open("index.html#/" + inside);
        }
    }

    /** Goes there, and waits until all of it is drawn. */
    void showIn(Browser browser, DemoPeople people) throws IOException, InterruptedException {
        openIn(browser, people);
        browser.awaitDrawn();
        step.accept(browser);
        browser.awaitDrawn();
    }

    /** @return whether it stands in the page of an EHR */
    boolean isPart() {
        return place.startsWith("<");
    }

    /** @return a name for a file */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
