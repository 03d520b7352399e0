/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** The script that OpenMRS 3 loads, asked for its components and mounted as OpenMRS 3 does it. */
public class OpenMrs3InBrowserTest {

    private static final String CHART = "/openmrs/spa/patient/somebody/chart";

    /** A classic script: the loader of OpenMRS 3 takes no module. */
    private static final String LOAD = "return new Promise((loaded, failed) => {"
            + "const script = document.createElement('script');"
            + "Object.assign(script, {src: arguments[0], onload: () => loaded(true), onerror: failed});"
            + "document.head.append(script); })";

    private static final String MOUNT = "const [name, props] = arguments; return (async () => {"
            + "const container = window._smpr_esm_smpr_app; await container.init({});"
            + "const components = (await container.get('./start'))();"
            + "window.mounted = {domElement: document.querySelector('main'), ...props};"
            + "window.lifecycle = await components[name]();"
            + "await window.lifecycle.bootstrap(window.mounted); await window.lifecycle.mount(window.mounted); })()";

    private static final String UPDATE = "return window.lifecycle.update({...window.mounted, ...arguments[0]})";

    private static final String UNMOUNT = "return window.lifecycle.unmount(window.mounted)";

    @Rule
    public final Browsers browsers = new Browsers();

    private Browser browser;

    private DemoPeople people;

    @Before
    public void openSomePageOfAnEhr() {
        browser = browsers.open("fr");
        people = new DemoPeople(DemoServer.url());
        browser.signIn(DemoUser.RATER);
        browser.openInEhr("");
        browser.run(LOAD, DemoServer.url() + "/moduleResources/smpr/o3.js");
    }

    @Test
    public void shouldDrawAPersonsTrajectoryAndThenThatOfTheNext() throws Exception {
        browser.run(MOUNT, "person", Map.of("patientUuid", people.uuid("INV-101")));
        browser.awaitText("Altaïr Genévrier");
        browser.awaitDrawn();

        browser.run(UPDATE, Map.of("patientUuid", people.uuid("INV-118")));
        browser.await("another name", it -> it.text().contains("INV-118") && !it.text().contains("Genévrier") ? true : null);
        browser.awaitDrawn();

        browser.run(UNMOUNT);
        assertEquals("", browser.run("return document.querySelector('main').innerHTML"));
    }

    @Test
    public void shouldLeadToItFromTheNavigationOfTheChart() {
        browser.run("window.singleSpaNavigate = (address) => (window.goneTo = address)");
        browser.run(
                MOUNT,
                "link",
                Map.of("basePath", CHART, "_meta", Map.of("path", "smpr", "icon", "no-such-icon", "text", "o3Trajectory")));

        browser.click("a", "Trajectoire du risque");

        String gone = (String) browser.run("return new URL(window.goneTo).pathname");
        assertEquals(CHART + "/smpr", gone);
        browser.run(UNMOUNT);
        assertEquals(List.of(), browser.all("a"));
    }

    @Test
    public void shouldLeadFromTheWorklistToAPersonsChart() {
        browser.run("window.singleSpaNavigate = (address) => (window.goneTo = address);"
                + "window.getOpenmrsSpaBase = () => '/openmrs/spa/'");
        browser.run(MOUNT, "worklist", Map.of());
        browser.awaitDrawn();

        browser.click("a", "Alphard Épicéa");

        String gone = (String) browser.run("return window.goneTo");
        assertEquals("/openmrs/spa/patient/", gone.replaceAll("[0-9a-f-]{36}/chart/smpr$", ""));
    }
}
