/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Assume;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/**
 * Gives a test browsers on the shared demonstration, without which it says that it is left out; shows what was to be seen where it fails; and
 * lets no page ask anything of another server, or complain on the console.
 */
final class Browsers implements TestRule {

    private static final String SKIPPED =
            "SKIPPED: the pages are tried only where Chromium and its driver are (Debian's chromium and chromium-driver)";

    private static final String ONCE = "The demonstration is on H2 whatever the database of the tests: once is enough";

    private static final Path EVIDENCE = Path.of("target", "browser");

    private final List<Browser> opened = new ArrayList<>();

    /** @return one with nothing kept from any other */
    Browser open(String language) {
        Browser browser = new Browser(DemoServer.url(), language);
        opened.add(browser);
        return browser;
    }

    @Override
    public Statement apply(Statement test, Description description) {
        return new Statement() {
            @Override
            public void evaluate() throws Throwable {
                if (!Browser.isThere()) {
                    System.out.println(SKIPPED);
                }
                Assume.assumeTrue(SKIPPED, Browser.isThere());
                Assume.assumeTrue(ONCE, System.getProperty("platform.database", "h2").equals("h2"));
                try {
                    test.evaluate();
                    for (Browser browser : opened) {
                        assertEquals(List.of(), browser.requestedElsewhere());
                        assertEquals(List.of(), browser.complaints());
                    }
                    int requests = opened.stream().mapToInt(Browser::countRequests).sum();
                    assertTrue("Requests are seen", requests > 0);
                } catch (Throwable failure) {
                    show(description.getTestClass().getSimpleName() + "." + description.getMethodName());
                    throw failure;
                } finally {
                    opened.forEach(Browser::close);
                    opened.clear();
                }
            }
        };
    }

    private void show(String test) throws IOException {
        Files.createDirectories(EVIDENCE);
        for (Browser browser : opened) {
            Path picture = EVIDENCE.resolve(test + "-" + opened.indexOf(browser) + ".png");
            try {
                System.out.printf(
                        "%s at %s:%n%s%nconsole:%n%s%npicture: %s%n",
                        test,
                        browser.address(),
                        browser.text(),
                        String.join("\n", browser.console()),
                        picture.toAbsolutePath());
                Files.write(picture, browser.screenshot());
            } catch (RuntimeException e) {
                System.out.println(test + ": a browser shows nothing any more: " + e.getMessage());
            }
        }
    }
}
