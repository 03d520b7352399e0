/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window and with nothing kept from before, and what a person does with it: looks, clicks, types. */
final class Browser implements AutoCloseable {

    /** A screen on a desk, a tablet held upright, and the desk's screen enlarged four times. */
    static final int DESK = 1280, TABLET = 820, ENLARGED = 320;

    /** As long as a machine with much else to do may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration GLANCE = Duration.ofMillis(50);

    /** More controls than any page has. */
    private static final int MOST_TABS = 300;

    /** Says of each Chromium that it has no classes of its own for it, which nothing here needs. Kept, lest its level be forgotten. */
    private static final Logger OF_VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    static {
        OF_VERSIONS.setLevel(Level.OFF);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The page, and what elements in it keep to themselves. */
    private static final String ROOTS = "const roots = [document,"
            + " ...[...document.querySelectorAll('*')].map((at) => at.shadowRoot).filter(Boolean)];"
            + " const all = (css) => roots.flatMap((root) => [...root.querySelectorAll(css)]);";

    private static final String TEXT = ROOTS + "return all('body, .frame-body').map((part) => part.innerText).join('\\n')";

    private static final String SHOWN =
            ROOTS + "return all(arguments[0]).filter((at) => at.checkVisibility({visibilityProperty: true}))";

    private static final String UNFOLD = ROOTS
            + "all('details').filter((folded) => !folded.closest(arguments[0])).forEach((folded) => (folded.open = true))";

    private static final String LANGUAGE = ROOTS + "return (all('.frame-body')[0] ?? document.documentElement).lang";

    private static final String DRAWN = ROOTS + "return all('img').every((image) => image.complete && image.naturalWidth > 0)"
            + " && !all('figure:empty').length";

    private static final Pattern LOADING = Pattern.compile("Loading…|Chargement…");

    /** A page that is not the module's, with a part of the module in it. */
    private static final String EHR = "<!doctype html><html lang=\"%s\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>EHR</title>"
            + "<script type=\"module\" src=\"moduleResources/smpr/embed.js\"></script></head><body><main>%s</main></body></html>";

    private final String server;

    private final String language;

    private final ChromeDriver driver;

    private final List<String> console = new ArrayList<>();

    private final List<String> requested = new ArrayList<>();

    private boolean crashed;

    /**
     * @param server its address, context path included
     * @param language that the browser is set to
     */
    Browser(String server, String language) {
        this.server = server;
        this.language = language;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium").orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--accept-lang=" + language);
        options.setScriptTimeout(PATIENCE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
                        .withEnvironment(Map.of("LANGUAGE", language))
                        .withSilent(true)
                        .build(),
                options);
        resize(DESK);
    }

    /** @return whether Chromium and its driver are on this machine */
    static boolean isThere() {
        return program("chromium").isPresent() && program("chromedriver").isPresent();
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param width of what is seen, in CSS pixels */
    void resize(int width) {
        resize(width, width == TABLET ? 1180 : 900);
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        await("its width", browser -> browser.run("return innerWidth").equals((long) width) ? true : null);
    }

    /** @param page under the module's resources; it is loaded anew, even where only what follows its name differs */
    void open(String page) {
        driver.get("about:blank");
        driver.get(server + "/moduleResources/smpr/" + page);
    }

    /** @param address under that of the REST API, of what is answered as a document */
    void openDocument(String address) {
        driver.get(server + "/ws/rest/v1/" + address);
    }

    /** Opens a page of an EHR on the same server, with this element in it: instead of what the server says of a page that it does not have. */
    void openInEhr(String element) {
        driver.get(server + "/ehr");
        run("document.open(); document.write(arguments[0]); document.close()", String.format(EHR, language, element));
    }

    // Looking

    /** @return all that is written on the page and not hidden */
    String text() {
        return (String) run(TEXT);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String languageShown() {
        return (String) run(LANGUAGE);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs what is not of the page, and whose complaints are none of the page's. */
    Object runApart(String script) {
        note();
        Object result = run(script);
        driver.manage().logs().get(LogType.BROWSER);
        return result;
    }

    /** Waits until the page says it. */
    void awaitText(String words) {
        await("“" + words + "”", browser -> browser.text().contains(words) ? true : null);
    }

    /** Waits until a view is there with all that it reads: its heading, its pictures, and no word that it is still loading. */
    void awaitDrawn() {
        await("h1");
        await("all of the page", browser -> !LOADING.matcher(browser.text()).find() && (boolean) browser.run(DRAWN) ? true : null);
    }

    /** @return what is shown there, once it is */
    WebElement await(String css) {
        return await(css, browser -> browser.shown(css, element -> true).findFirst().orElse(null));
    }

    /** @return the one whose name begins so, once it is shown */
    WebElement await(String css, String name) {
        return await(css + " “" + name + "”", browser -> browser.shown(css, element -> isNamed(element, name))
                .findFirst()
                .orElse(null));
    }

    private static boolean isNamed(WebElement element, String name) {
        return element.getAccessibleName().startsWith(name);
    }

    <T> T await(String what, Function<Browser, T> look) {
        try {
            return new WebDriverWait(driver, PATIENCE, GLANCE)
                    .ignoring(StaleElementReferenceException.class)
                    .until(any -> look.apply(this));
        } catch (TimeoutException e) {
            throw new AssertionError("It does not come: " + what, e);
        }
    }

    List<WebElement> all(String css) {
        return shown(css, element -> true).collect(Collectors.toList());
    }

    @SuppressWarnings("unchecked")
    private Stream<WebElement> shown(String css, Predicate<WebElement> which) {
        return ((List<WebElement>) run(SHOWN, css)).stream().filter(which);
    }

    // Doing

    /** Opens all that is folded, and waits until it is drawn. */
    void unfold() {
        unfoldAllBut(":not(*)");
    }

    /** The same, but for what is or lies within what matches. */
    void unfoldAllBut(String css) {
        run(UNFOLD, css);
        awaitDrawn();
    }

    void click(String css, String name) {
        click(css + " “" + name + "”", browser -> browser.shown(css, element -> isNamed(element, name))
                .findFirst());
    }

    void click(String css) {
        click(css, browser -> browser.shown(css, element -> true).findFirst());
    }

    /** Clicks where nothing that stays at an edge of the window covers it; again, where what was to be clicked has just been drawn anew. */
    private void click(String what, Function<Browser, Optional<WebElement>> look) {
        await(what, browser -> look.apply(browser)
                .map(element -> {
                    run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
                    element.click();
                    return true;
                })
                .orElse(null));
    }

    void type(String label, String text) {
        WebElement field = await("input, textarea", label);
        field.clear();
        field.sendKeys(text);
    }

    /** Chooses an answer of a question of a form, by code. */
    void choose(String question, String answer) {
        click(choice(question, answer));
    }

    boolean isChosen(String question, String answer) {
        return await(choice(question, answer)).isSelected();
    }

    private static String choice(String question, String answer) {
        return "input[name='" + question + "'][value='" + answer + "']";
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Goes on by the Tab key, until what has the focus is called so, or its name begins so. */
    void tabTo(String name) {
        List<String> passed = new ArrayList<>();
        while (!isNamed(focused(), name)) {
            passed.add(focused().getAccessibleName());
            if (passed.size() > MOST_TABS) {
                throw new AssertionError("The Tab key does not come to “" + name + "”, but to " + Set.copyOf(passed));
            }
            press(Keys.TAB);
        }
    }

    /** Opens the page, and signs in there unless nobody is to, in the language that the browser is set to. */
    void signIn(DemoUser user) {
        open("index.html");
        await("h1");
        // A user who has no language of his own has the server's, unless he chooses one.
        click(".languages button[lang=" + language + "]");
        WebElement username = await("input[name=username]");
        if (user != DemoUser.NOBODY) {
            username.sendKeys(user.getUsername());
            await("input[name=password]").sendKeys(user.getPassword(), Keys.ENTER);
            await("header .who");
            await("the sign-in gone", browser -> browser.all("input[name=password]").isEmpty() ? true : null);
        }
    }

    // What it notes

    /** @return what scripts and the browser itself have complained of; that the server refused something is no complaint */
    List<String> complaints() {
        note();
        return console.stream()
                .filter(line -> line.startsWith("SEVERE") && !line.contains("Failed to load resource"))
                .collect(Collectors.toList());
    }

    List<String> console() {
        note();
        return console;
    }

    /** @return what was asked of any other server than the one under test, since the start */
    List<String> requestedElsewhere() {
        note();
        String own = URI.create(server).getAuthority();
        return requested.stream()
                .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:"))
                .filter(url -> !own.equals(URI.create(url).getAuthority()))
                .collect(Collectors.toList());
    }

    /** Takes from the driver what it has noted since. */
    private void note() {
        if (crashed) {
            return;
        }
        driver.manage().logs().get(LogType.BROWSER).forEach(entry -> console.add(entry.getLevel() + " " + entry.getMessage()));
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            try {
                JsonNode message = JSON.readTree(entry.getMessage()).get("message");
                if (message.get("method").asText().equals("Network.requestWillBeSent")) {
                    requested.add(message.at("/params/request/url").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @return how much was asked of any server until the last look */
    int countRequests() {
        return requested.size();
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** Ends the page as a fault of the browser does: nothing in it is told. */
    void crash() {
        note();
        crashed = true;
        try {
            driver.executeCdpCommand("Page.crash", Map.of());
        } catch (WebDriverException e) {
            // What has crashed does not answer.
        }
        try {
            text();
        } catch (WebDriverException e) {
            return;
        }
        throw new AssertionError("It has not crashed");
    }

    @Override
    public void close() {
        driver.quit();
    }
}
