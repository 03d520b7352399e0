/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.Locale;
import org.openmrs.Form;

/** The form engine of OpenMRS 3, whose forms are resources of a form. */
final class O3Engine implements FormEngine {

    private final FormGenerator generator;

    private final FormStore store = new FormStore();

    O3Engine(FormGenerator generator) {
        this.generator = generator;
    }

    @Override
    public String name(FormPlan plan) {
        return plan.getName().in(Locale.ENGLISH);
    }

    @Override
    public String uuid(FormPlan plan, int version) {
        return FormGenerator.uuid(plan, version);
    }

    @Override
    public String generated(FormPlan plan, int version) {
        return generator.o3(plan, version).documents().checkValue();
    }

    @Override
    public String stated(Form form) {
        return CheckValue.statedBy(form.getDescription());
    }

    @Override
    public String kept(Form form) {
        return store.documents(form).checkValue();
    }

    @Override
    public void write(Form form, FormPlan plan, int version) {
        store.write(form, generator.o3(plan, version).documents());
    }
}
