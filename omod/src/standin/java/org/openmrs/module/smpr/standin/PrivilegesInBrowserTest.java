/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.WebElement;

/** Whoever may not see something finds nothing of it, though he knows where it is. */
public class PrivilegesInBrowserTest {

    /** What anybody sees who may find people. */
    private static final Set<Page> OPEN = EnumSet.of(Page.SIGN_IN, Page.SEARCH);

    private static final String NOT_ALLOWED = "You do not have the privilege for this.";

    private static final String NOT_VISIBLE = "These assessments are not visible to you.";

    private static final String NOBODY = "Nobody is signed in to OpenMRS in this browser.";

    /** All that a page shows anything by. */
    private static final String CONTENT = "figure, img, table, dl, form, section, fieldset, details, dialog[open]";

    @Rule
    public final Browsers browsers = new Browsers();

    private Browser browser;

    private DemoPeople people;

    @Before
    public void open() {
        browser = browsers.open("en");
        people = new DemoPeople(DemoServer.url());
    }

    @Test
    public void shouldShowNothingToOneWhoMayOnlyFindPeople() throws Exception {
        browser.signIn(DemoUser.AUDITOR);

        assertEquals(List.of("People"), places());
        for (Page page : EnumSet.complementOf(EnumSet.copyOf(OPEN))) {
            page.openIn(browser, people);
            awaitRefusal(page);
            assertEquals(page.toString(), List.of(), browser.all(CONTENT));
        }
    }

    @Test
    public void shouldShowTheRegisterOfOutcomesAndNoCareToTheRegistrar() throws Exception {
        browser.signIn(DemoUser.REGISTRAR);

        assertEquals(List.of("People", "Outcome register"), places());
        Page.PERSON.openIn(browser, people);
        awaitRefusal(Page.PERSON);
        assertEquals(List.of(), browser.all(CONTENT));
        Page.FOLLOW_UP.showIn(browser, people);
        browser.await("section h2");
    }

    @Test
    public void shouldShowNoRegisterOfOutcomesToOneWhoRates() throws Exception {
        browser.signIn(DemoUser.RATER);

        assertEquals(List.of("People", "Worklist", "Flat-share (UCTI)"), places());
        Page.FOLLOW_UP.openIn(browser, people);
        browser.awaitText(NOT_ALLOWED);
        assertEquals(List.of(), browser.all(CONTENT));
    }

    @Test
    public void shouldShowTheStudyAndNobodyOfItToItsAnalyst() throws Exception {
        browser.signIn(DemoUser.ANALYST);

        assertEquals(List.of("Study"), places());
        browser.await("h1", "Study");
        browser.awaitDrawn();
        assertEquals(List.of(), browser.all("#participant-state, smpr-study-view a[href*=person]"));
        Page.PERSON.openIn(browser, people);
        awaitRefusal(Page.PERSON);
        assertEquals(List.of(), browser.all(CONTENT));
    }

    @Test
    public void shouldShowWhoTakesPartToTheCoordinatorAlone() throws Exception {
        browser.signIn(DemoUser.COORDINATOR);
        Page.PERSON.showIn(browser, people);
        browser.await(".study-part h2");
        for (DemoUser other : List.of(DemoUser.RATER, DemoUser.FOLLOWER, DemoUser.READER)) {
            Browser another = browsers.open("en");
            another.signIn(other);
            Page.PERSON.showIn(another, people);
            assertEquals(other.toString(), List.of(), another.all(".study-part"));
        }
    }

    @Test
    public void shouldShowNothingToOneWhoHasNotSignedIn() throws Exception {
        Page.PERSON.openIn(browser, people);
        browser.await("h1", "Sign in");
        assertEquals(List.of(), browser.all("main figure, main table, nav"));
        Page.EMBEDDED_TRAJECTORY.openIn(browser, people);
        browser.awaitText(NOBODY);
        assertEquals(List.of(), browser.all(CONTENT));
    }

    private List<String> places() {
        return browser.all("nav.places a").stream().map(WebElement::getText).collect(Collectors.toList());
    }

    private void awaitRefusal(Page page) {
        browser.await("a refusal of " + page, any -> {
            String text = any.text();
            return text.contains(NOT_ALLOWED) || text.contains(NOT_VISIBLE) ? true : null;
        });
    }
}
