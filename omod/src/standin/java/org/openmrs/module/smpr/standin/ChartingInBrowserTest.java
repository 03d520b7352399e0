/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A rater charts HCR-20 V3 on the page, as she sees it and with what can befall her. */
public class ChartingInBrowserTest {

    /** What she answers, by what the control is called in the form; where a day and a month can be taken for each other, they are the same. */
    private static final Map<String, String> ANSWERS = Map.of(
            "edition", "V3",
            "informant", "FILE",
            "context", "IN",
            "contexts", "IN",
            "raterRole", "SINGLE",
            "windowStart", "01012026",
            "windowEnd", "10102026",
            "horizon", "12");

    private static final List<String> JUDGEMENTS = List.of("judgements.CP.IN", "judgements.SPH.IN", "judgements.IV.IN");

    /** Of an item, in the institution where it is rated per context; not of its sub-items. */
    private static final Pattern RATING = Pattern.compile("ratings\\.[HCR]\\d+(\\.IN)?\\.(presence|relevance)");

    /** More than the form has. */
    private static final int MOST_STOPS = 500;

    @Rule
    public final Browsers browsers = new Browsers();

    private String identifier;

    private String patient;

    private Browser browser;

    @Before
    public void register() throws Exception {
        identifier = "NAV-" + UUID.randomUUID().toString().substring(0, 8);
        patient = new Registration(new RestClient(DemoServer.url(), DemoStaff.USER, DemoStaff.PASSWORD))
                .register("Ulysse", "Navigateur", identifier);
        browser = browsers.open("en");
    }

    @Test
    public void shouldChartByKeyboardAlone_AndShowThePointInTheTrajectory() {
        browser.open("index.html");
        browser.await("input[name=username]");
        browser.press(DemoStaff.USER, Keys.TAB, DemoStaff.PASSWORD, Keys.ENTER);
        browser.await("h1", "Find a person");
        browser.tabTo("Name or identifier");
        browser.press(identifier, Keys.ENTER);
        browser.await("a", "Ulysse Navigateur");
        browser.tabTo("Ulysse Navigateur");
        browser.press(Keys.ENTER);
        browser.await("a", "HCR-20 V3");
        browser.tabTo("HCR-20 V3");
        browser.press(Keys.ENTER);
        browser.awaitText("No complete assessment yet.");
        browser.awaitDrawn();
        String empty = drawing();
        browser.tabTo("New HCR-20 V3 assessment");
        browser.press(Keys.ENTER);
        browser.await("form.assessment");

        int ratings = fillIn("none");
        assertEquals("Presence and relevance of ten, five and five items", 40, ratings);
        browser.press(Keys.ENTER);

        browser.awaitText("The assessment is saved. The chart and the tables show it.");
        browser.awaitDrawn();
        assertNotEquals(empty, drawing());
        assertEquals(1, browser.all("table.dated tbody th").size());
        assertEquals("Three opinions of one context", 3, browser.all(".latest dd").size());
    }

    /** @return what is said to those who do not see it */
    private String drawing() {
        return browser.await("figure img").getDomAttribute("alt");
    }

    @Test
    public void shouldSayWhatIsMissingThere_AndKeepAllElse() throws Exception {
        browser.signIn(DemoUser.RATER);
        browser.open("index.html#/person/" + patient + "/HCR20V3/new");
        browser.await("form.assessment");
        assertEquals(39, fillIn("ratings.C2.relevance"));
        List<Object> entered = entered();
        browser.press(Keys.ENTER);

        browser.awaitText("Not saved: one answer is missing or wrong.");
        WebElement group = browser.await("[aria-invalid=true]");
        assertEquals("The one at fault", 1, browser.all("[aria-invalid=true]").size());
        assertEquals("The focus is there", group, browser.run("return document.activeElement.closest('[aria-invalid]')"));
        assertEquals("ratings.C2.relevance", browser.focused().getDomAttribute("name"));
        String described = (String) browser.run(
                "return arguments[0].getAttribute('aria-describedby').split(' ')"
                        + ".map((id) => document.getElementById(id).textContent).join(' ')",
                group);
        assertTrue(described, described.contains("missing") || described.contains("required"));
        assertEquals(List.of(), Axe.violations(browser));
        assertEquals(entered, entered());

        browser.press("h");
        browser.await("the fault gone", any -> any.all("[aria-invalid=true]").isEmpty() ? true : null);
        browser.click("button", "Save as complete");
        browser.awaitText("The assessment is saved.");
    }

    /** @return the answers that stand in the form */
    @SuppressWarnings("unchecked")
    private List<Object> entered() {
        return (List<Object>) browser.run("return [...document.querySelectorAll('form.assessment :is(input, select, textarea)')]"
                + ".map((control) => `${control.name || control.id} ${control.checked} ${control.value}`)");
    }

    @Test
    public void shouldSpeakTheLanguageOfTheBrowser_AndAnotherWithNothingLost() {
        Browser french = browsers.open("fr");
        french.open("index.html");
        french.await("h1", "Se connecter");
        french.signIn(DemoUser.RATER);
        french.open("index.html#/person/" + patient + "/HCR20V3/new");
        french.await("form.assessment");
        french.await("h1", "Nouvelle évaluation HCR-20 V3");
        french.await("fieldset", "H1");
        french.awaitText("Présence");
        french.choose("ratings.H1.presence", "P");
        french.click("button", "English");
        french.await("h1", "New HCR-20 V3 assessment");
        french.awaitText("Presence");
        assertTrue(french.isChosen("ratings.H1.presence", "P"));
        assertEquals("en", french.languageShown());
    }

    @Test
    public void shouldHaveTheDraftAfterThePageHasCrashed() {
        browser.signIn(DemoUser.RATER);
        browser.open("index.html#/person/" + patient + "/HCR20V3/new");
        browser.await("form.assessment");
        browser.choose("ratings.H1.presence", "P");
        browser.await("textarea[id='fields.formulation']").sendKeys("Seen twice, alone");
        browser.awaitText("draft saved at");
        browser.await("all of it saved", any -> (boolean) any.run("return !document.querySelector('form').parentElement.unsaved") ? true : null);
        browser.crash();

        Browser another = browsers.open("en");
        another.signIn(DemoUser.RATER);
        another.open("index.html#/person/" + patient + "/HCR20V3");
        another.click("a", "Continue the draft of");
        another.await("form.assessment");
        assertTrue(another.isChosen("ratings.H1.presence", "P"));
        assertEquals("Seen twice, alone", another.await("textarea[id='fields.formulation']").getDomProperty("value"));
    }

    /**
     * Goes through the form by the Tab key, and answers what is to be answered, up to the button that completes it.
     *
     * @param forgotten what is not answered
     * @return how many ratings that were
     */
    private int fillIn(String forgotten) {
        Set<String> seen = new HashSet<>(Set.of(forgotten));
        int ratings = 0;
        for (int i = 0; i < MOST_STOPS; i++) {
            browser.press(Keys.TAB);
            WebElement focused = browser.focused();
            String name = (String) browser.run("const at = arguments[0]; return at.name || at.id || at.textContent", focused);
            if (name.equals("Save as complete")) {
                return ratings;
            }
            if (RATING.matcher(name).matches() && seen.add(name)) {
                browser.press(name.endsWith(".presence") ? "p" : "m");
                ratings++;
            } else if (JUDGEMENTS.contains(name)) {
                browser.press(Keys.SPACE);
            } else if (ANSWERS.containsKey(name) && seen.add(name)) {
                answer(focused, ANSWERS.get(name));
            }
        }
        throw new AssertionError("The Tab key does not come to the end of the form");
    }

    private void answer(WebElement focused, String answer) {
        switch (focused.getDomAttribute("type")) {
            case "radio":
                browser.press(Keys.SPACE);
                for (int i = 0; i < 9 && !browser.focused().getDomAttribute("value").equals(answer); i++) {
                    browser.press(Keys.ARROW_RIGHT);
                }
                break;
            case "checkbox":
                if (focused.getDomAttribute("value").equals(answer) && !focused.isSelected()) {
                    browser.press(Keys.SPACE);
                }
                break;
            default:
                browser.press(answer);
        }
    }
}
