/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core finds on a page that is not as WCAG 2.2 AA asks. */
final class Axe {

    private static final String SCRIPT = read("/axe.min.js");

    private static final String RUN = "return axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],"
            + " resultTypes: ['violations'], preload: false}).then((found) => found.violations.flatMap((rule) => rule.nodes.map((node) =>"
            + " `${rule.id}: ${rule.help}: ${node.target.join(' ')}\\n    ${node.html}\\n    ${node.any.concat(node.all,"
            + " node.none).map((check) => check.message).join(' ')}`)))";

    private Axe() {}

    /** @return each with its rule, where it is and why; empty where there is none */
    static List<String> violations(Browser browser) {
        if (!(boolean) browser.run("return 'axe' in window")) {
            browser.runApart(SCRIPT);
        }
        return ((List<?>) browser.runApart(RUN)).stream().map(String::valueOf).collect(Collectors.toList());
    }

    private static String read(String resource) {
        try (InputStream script = Axe.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
