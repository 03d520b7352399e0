/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;

/** Takes the pictures of the documentation, each page in both languages: {@code mvn -q -Pscreenshots}. */
public class Screenshots {

    private static final Path FOLDER = Path.of("..", "docs", "pages");

    /** As much of a page as its reader sees at once on a tall screen; the rest is more of the same. */
    private static final int TALLEST = 1500;

    @Rule
    public final Browsers browsers = new Browsers();

    @Test
    public void shouldShowEveryPageInEnglish() throws Exception {
        takeAllIn("en");
    }

    @Test
    public void shouldShowEveryPageInFrench() throws Exception {
        takeAllIn("fr");
    }

    private void takeAllIn(String language) throws Exception {
        Files.createDirectories(FOLDER);
        DemoPeople people = new DemoPeople(DemoServer.url());
        for (DemoUser user : Page.users()) {
            Browser browser = browsers.open(language);
            browser.signIn(user);
            for (Page page : Page.of(user)) {
                if (!page.isPart()) {
                    page.showIn(browser, people);
                    Files.write(
                            FOLDER.resolve(page.file() + "." + language + ".png"), Picture.small(take(browser)));
                }
            }
        }
    }

    private static byte[] take(Browser browser) {
        long height = (long) browser.run("return document.documentElement.scrollHeight");
        browser.resize(Browser.DESK, (int) Math.min(height, TALLEST));
        byte[] taken = browser.screenshot();
        browser.resize(Browser.DESK);
        return taken;
    }
}
