/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lombok.Value;

/** What an installation of the forms did, by the names of the forms. */
@Value
public class FormReport {

    List<String> created;

    /** Those that nobody had edited, and that now follow what the definitions and the site have changed since. */
    List<String> renewed;

    /** Those that the site has edited, which stay, and of which another version is beside them now. */
    List<String> besides;

    /** Those of instruments that the site has taken out of use: retired, until it takes them into use again. */
    List<String> retired;

    /** Those of instruments that are in use again. */
    List<String> restored;

    /** One sentence for each form that is not installed and why; the next start tries again. */
    List<String> leftOut;

    /** @return whether the forms were there before, so that nothing was written */
    public boolean changedNothing() {
        return Stream.of(created, renewed, besides, retired, restored).allMatch(List::isEmpty);
    }

    /** @return the report in lines, for the log */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (changedNothing()) {
            lines.add(leftOut.isEmpty() ? "forms complete" : "no form installed; see what is left out");
        }
        if (!created.isEmpty()) {
            lines.add("forms installed: " + String.join(", ", created));
        }
        if (!renewed.isEmpty()) {
            lines.add("forms that nobody had edited, brought up to date: " + String.join(", ", renewed));
        }
        if (!retired.isEmpty()) {
            lines.add("forms retired, for their instruments are no longer in use: " + String.join(", ", retired));
        }
        if (!restored.isEmpty()) {
            lines.add("forms of instruments that are in use again: " + String.join(", ", restored));
        }
        besides.forEach(
                name -> lines.add(
                        "the form " + name + " was edited here and stays as it is; another version, which"
                                + " follows the definitions and settings of today, is beside it, not published: choose the one to use"));
        return lines;
    }
}
