/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openqa.selenium.WebElement;

/** The study in the browser: who records that somebody takes part, who reads what is found, and who freezes a plan. */
public class StudyInBrowserTest {

    /** What nobody reads: keys of messages, codes of measures and columns, what a script could not say. */
    private static final Pattern NO_WORDS = Pattern.compile("\\bundefined\\b|\\[object |\\bNaN\\b|\\bnull\\b|smpr\\.\\w|\\$\\{|\\{\\d}"
            + "|\\b(HCR20V3|SAPROF|CAPP)\\.\\w|\\b[A-Z]+_[A-Z_]+\\b|\\b[a-z]+[A-Z][a-z]+[A-Z]?\\w*\\b|\\d\\.\\d{4}");

    private static final Pattern SPACED_AS_ENGLISH = Pattern.compile("[^\\s\u00a0][:;?!»](\\s|$)|\\S [:;?!»]|« ");

    @Rule
    public final Browsers browsers = new Browsers();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void shouldLeadFromTheFirstLookToInclusionAndToAnOpposition() throws Exception {
        RestClient rater = new RestClient(DemoServer.url(), DemoStaff.USER, DemoStaff.PASSWORD);
        String patient = new Registration(rater)
                .register("Ulysse", "Participant", "PAR-" + UUID.randomUUID().toString().substring(0, 8));
        rater.post("smpr/episode", Map.of("patient", patient, "begun", LocalDate.now().minusYears(1).toString()));
        Browser browser = browsers.open("en");
        browser.signIn(DemoUser.COORDINATOR);
        browser.open("index.html#/person/" + patient);
        browser.awaitText("Nobody has considered him for the study.");

        browser.click(".study-part button", "Consider for the study");
        browser.await("dialog[open]");
        browser.choose("criteria.followed", "YES");
        browser.choose("criteria.apc", "YES");
        save(browser);
        browser.awaitText("Recorded. He is now: considered.");
        browser.click(".study-part button", "Answer the criteria");
        browser.await("dialog[open]");
        assertTrue(browser.isChosen("criteria.followed", "YES"));
        browser.choose("criteria.no-french", "NO");
        save(browser);
        browser.awaitText("Recorded. He is now: eligible.");
        step(browser, "Record that he was informed");
        browser.awaitText("Recorded. He is now: informed.");
        step(browser, "Record that he does not oppose");
        browser.await(".study-part button", "Include");
        step(browser, "Include");
        browser.awaitText("Recorded. He is now: included.");
        browser.click(".study-part button", "Record an opposition");
        browser.await("dialog[open]");
        browser.choose("opposition", "STOP_COLLECTING");
        save(browser);
        browser.awaitText("Recorded. He is now: included, nothing more collected.");
        assertEquals(List.of(), browser.complaints());
    }

    private static void step(Browser browser, String words) {
        browser.click(".study-part button", words);
        browser.await("dialog[open]");
        save(browser);
    }

    private static void save(Browser browser) {
        browser.click("dialog[open] button.first");
    }

    @Test
    public void shouldShowTheAnalystWhatIsFound_AsTheServerDrawsAndWritesIt() {
        Browser browser = browsers.open("fr");
        browser.signIn(DemoUser.ANALYST);
        browser.await("h1", "Étude");
        browser.awaitText("La version 1 est en vigueur");
        browser.click(".study-findings summary", "Flux des participants");
        WebElement drawing = browser.await(".study-findings svg");
        assertEquals("Du service à l’étude, et jusqu’au bout", drawing.getDomAttribute("aria-label"));
        browser.await(".study-findings .table h3");
        browser.click(".study-findings summary", "Absence de nouvelle infraction connue");
        browser.await(".study-findings .planned");
        assertEquals(List.of(), browser.complaints());
        assertEquals(List.of(), browser.requestedElsewhere());
    }

    @Test
    public void shouldSayEverythingInWords_InThePageAndInTheReport() {
        for (String language : List.of("en", "fr")) {
            Browser browser = browsers.open(language);
            browser.signIn(DemoUser.ANALYST);
            browser.await(".study-plan");
            browser.unfold();
            browser.await("every analysis", any -> any.all(".study-findings > details section.finding").size() >= 13 ? true : null);
            // The plan is shown word for word, with its codes.
            browser.run("document.querySelectorAll('pre.document').forEach((text) => text.remove())");
            assertInWords(browser, language);

            browser.openDocument("smpr/study/report");
            browser.await("h1");
            browser.unfold();
            assertInWords(browser, language);
            for (int width : List.of(Browser.DESK, Browser.TABLET)) {
                browser.resize(width);
                assertEquals(List.of(), Axe.violations(browser));
                assertEquals(false, browser.run("return document.documentElement.scrollWidth > innerWidth"));
            }
        }
    }

    private static void assertInWords(Browser browser, String language) {
        assertEquals(List.of(), found(NO_WORDS, browser.text()));
        if (language.equals("fr")) {
            assertEquals(List.of(), found(SPACED_AS_ENGLISH, browser.text()));
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return text.lines().filter(line -> pattern.matcher(line).find()).collect(Collectors.toList());
    }

    @Test
    public void shouldMakeAnExport_AndSayWhatWouldBecomeOfAnImport() throws Exception {
        Browser browser = browsers.open("en");
        browser.signIn(DemoUser.ADMINISTRATOR);
        browser.open("index.html#/study");
        browser.click("button", "Export the study’s data");
        browser.await(".jobs button", "Fetch (");
        Path file = folder.newFile("earlier.csv").toPath();
        Files.writeString(file, "patient,date\nINV-101,2019-13-01\n");
        browser.await("#import-file").sendKeys(file.toString());
        browser.click("button", "Try, and write nothing");
        browser.awaitText("Lines read: 1. Nothing of them is in the record.");
        browser.click(".jobs summary");
        browser.awaitText("Line 2, column date: ");
    }

    @Test
    public void shouldShowWhereAPlanIsFaulty_AndFreezeNothing() {
        Browser browser = browsers.open("en");
        browser.signIn(DemoUser.ADMINISTRATOR);
        browser.open("index.html#/study");
        browser.awaitText("Version 1 is in force");
        browser.click("button", "To a new plan");
        browser.click("button", "Begin with the plan in force");
        browser.await("with the plan in it", any -> text(any).contains("definitions") ? true : null);
        browser.run("const text = document.querySelector('#document');"
                + "text.value = text.value.replace('LEFT_BUILDING', 'YESTERDAY'); text.dispatchEvent(new Event('input'))");
        browser.click("button", "Check");
        browser.awaitText("One fault: it cannot be accepted so.");
        assertEquals(
                List.of("/definitions/origin"),
                browser.all(".faults li > code").stream().map(WebElement::getText).collect(Collectors.toList()));
        assertEquals(List.of(), browser.all("button.first").stream()
                .map(WebElement::getText)
                .filter("Freeze this plan"::equals)
                .collect(Collectors.toList()));
    }

    private static String text(Browser browser) {
        return String.valueOf(browser.run("return document.querySelector('#document').value"));
    }
}
