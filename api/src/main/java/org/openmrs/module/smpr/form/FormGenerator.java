/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.metadata.StableUuid;

/** Generates forms on the concepts of one server. */
public final class FormGenerator {

    /** With name and version it makes the uuid that the Initializer module gives a form: loaded by either, it is one form. */
    private static final String INITIALIZER = "794c4598-ab82-47ca-8d18-483a8abe6f4f";

    private final UnaryOperator<String> concepts;

    /** @param concepts gives, by code, the uuid of the concept that stands for it */
    public FormGenerator(UnaryOperator<String> concepts) {
        this.concepts = concepts;
    }

    /** @return one that asks with the concepts of that dictionary, and fails where it lacks one */
    static FormGenerator on(Dictionary dictionary) {
        return new FormGenerator(code -> dictionary
                .uuid(code)
                .orElseThrow(() -> new IllegalStateException("its concept " + code + " is not there")));
    }

    /** @return the uuid of that version of the form for OpenMRS 3 */
    public static String uuid(FormPlan plan, int version) {
        String seed = INITIALIZER + "_" + plan.getName().in(Locale.ENGLISH) + "_" + version;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** @throws IllegalStateException where the server lacks a concept that it asks with */
    public O3Form o3(FormPlan plan, int version) {
        return new O3Form(
                plan,
                uuid(plan, version),
                String.valueOf(version),
                StableUuid.ofEncounterType(plan.getQuestionnaire().getCode()),
                concepts);
    }

    /** @throws IllegalStateException where the server lacks a concept that it asks with */
    public HtmlForm html(FormPlan plan, int version) {
        return new HtmlForm(
                plan,
                version,
                StableUuid.ofEncounterType(plan.getQuestionnaire().getCode()),
                concepts);
    }
}
