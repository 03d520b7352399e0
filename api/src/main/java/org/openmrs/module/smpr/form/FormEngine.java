/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import org.openmrs.Form;

/** What reads forms: how those for it are generated, and where they are kept. */
interface FormEngine {

    /** @return the name of its form */
    String name(FormPlan plan);

    /** @return the uuid of that version of its form */
    String uuid(FormPlan plan, int version);

    /**
     * @return the check value of what is generated today
     * @throws IllegalStateException where the server lacks a concept that the form asks with
     */
    String generated(FormPlan plan, int version);

    /** @return the check value of what was generated for the form; null where the form no longer states it */
    String stated(Form form);

    /** @return the check value of what is kept of the form */
    String kept(Form form);

    /**
     * Generates the form and keeps it.
     *
     * @param form with what is said of every form; new, or as it was
     */
    void write(Form form, FormPlan plan, int version);
}
