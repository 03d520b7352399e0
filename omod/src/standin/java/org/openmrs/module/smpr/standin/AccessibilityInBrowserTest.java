/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.Rule;
import org.junit.Test;

/**
 * Every page, in both languages, on a desk and on a tablet: nothing that WCAG 2.2 AA forbids; and nothing beside the screen, even where a desk's
 * is enlarged four times, as its criterion 1.4.10 asks.
 */
public class AccessibilityInBrowserTest {

    /** What a page says where its script, or a text of it, is wrong. */
    private static final Pattern NO_WORDS = Pattern.compile("\\bundefined\\b|\\[object |\\bNaN\\b|\\bnull\\b|smpr\\.\\w|\\$\\{");

    @Rule
    public final Browsers browsers = new Browsers();

    private final List<String> found = new ArrayList<>();

    @Test
    public void shouldBeAccessibleInEnglish() throws Exception {
        lookAtAllIn("en", " by professional secrecy (CSP L. 1110-4)");
    }

    @Test
    public void shouldBeAccessibleInFrench() throws Exception {
        lookAtAllIn("fr", " par le secret (CSP L. 1110-4)");
    }

    @Test
    public void shouldFindWhatIsNotAccessible() {
        Browser browser = browsers.open("en");
        browser.signIn(DemoUser.NOBODY);
        assertEquals(List.of(), Axe.violations(browser));
        browser.run("document.querySelector('label').remove()");
        List<String> violations = Axe.violations(browser);
        assertEquals(violations.toString(), 1, violations.size());
        assertTrue(violations.get(0), violations.get(0).startsWith("label: "));
    }

    private void lookAtAllIn(String language, String notice) throws Exception {
        DemoPeople people = new DemoPeople(DemoServer.url());
        for (DemoUser user : Page.users()) {
            Browser browser = browsers.open(language);
            browser.signIn(user);
            for (Page page : Page.of(user)) {
                browser.resize(Browser.DESK);
                page.showIn(browser, people);
                if (page == Page.STUDY) {
                    browser.unfold();
                } else {
                    // They are the same wherever they stand, and take a minute.
                    browser.unfoldAllBut(".study-findings details");
                }
                String where = page + " in " + language + ": ";
                read(browser, where, language, notice);
                look(browser, where);
                browser.resize(Browser.TABLET);
                look(browser, where + "on a tablet: ");
                browser.resize(Browser.ENLARGED);
                measure(browser, where + "enlarged: ");
            }
        }
        assertEquals(String.join("\n", found), 0, found.size());
    }

    private void read(Browser browser, String where, String language, String notice) {
        if (!browser.languageShown().equals(language)) {
            found.add(where + "says that it is in " + browser.languageShown());
        }
        if (!browser.text().contains(notice)) {
            found.add(where + "has no notice of secrecy");
        }
        NO_WORDS.matcher(browser.text()).results().forEach(words -> found.add(where + "says “" + words.group() + "”"));
    }

    private void look(Browser browser, String where) {
        Axe.violations(browser).forEach(violation -> found.add(where + violation));
        measure(browser, where);
    }

    private void measure(Browser browser, String where) {
        if ((boolean) browser.run("return document.documentElement.scrollWidth > innerWidth")) {
            found.add(where + "is wider than the screen");
        }
    }
}
