/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Collections;
import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.DocumentFault;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What is wrong with a document that was posted, as it is answered. */
final class DocumentFaults {

    /** The field that a document is posted in. */
    static final String DOCUMENT = "document";

    private DocumentFaults() {}

    /** @return each with its line and column, in the language of the session */
    static List<Object> shown(List<DocumentFault> faults) {
        return Shown.each(
                faults,
                fault -> new SimpleObject()
                        .add("line", fault.getLine())
                        .add("column", fault.getColumn())
                        .add("path", fault.getPath())
                        .add("code", fault.getReason().name())
                        .add("message", fault.getReason(Context.getLocale())));
    }

    /** @return the error of a refusal, with each fault as one of the field */
    static SimpleObject error(List<DocumentFault> faults) {
        SimpleObject error = ErrorResponses.faults(Collections.emptyList()).get("error");
        return error.add(
                "fieldErrors",
                Collections.singletonMap(
                        DOCUMENT,
                        Shown.each(
                                faults,
                                fault -> new SimpleObject()
                                        .add("code", "smpr.document." + fault.getReason())
                                        .add(
                                                "message",
                                                Messages.text(
                                                        "smpr.settings.fault",
                                                        String.valueOf(fault.getLine()),
                                                        String.valueOf(fault.getColumn()),
                                                        fault.describe(Context.getLocale()))))));
    }
}
