/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.metadata.StableUuid;

/** The forms of everything that is shipped, and what stands in them. */
public final class GeneratedForms {

    private GeneratedForms() {}

    public static List<FormPlan> plans() {
        return FormPlan.all(Definitions.shipped());
    }

    static FormPlan plan(String code) {
        return plans().stream()
                .filter(plan -> plan.getQuestionnaire().getCode().equals(code))
                .findFirst()
                .get();
    }

    public static O3Form o3(FormPlan plan) {
        return new FormGenerator(StableUuid::ofConcept).o3(plan, 1);
    }

    static HtmlForm html(FormPlan plan) {
        return new FormGenerator(StableUuid::ofConcept).html(plan, 1);
    }

    static O3Form o3(String code) {
        return o3(plan(code));
    }

    static List<Map<String, Object>> sections(O3Form form) {
        return list(form.getSchema().get("pages")).stream()
                .flatMap(page -> list(page.get("sections")).stream())
                .collect(Collectors.toList());
    }

    /** @return the fields of a form, in order */
    static List<Map<String, Object>> fields(O3Form form) {
        return sections(form).stream()
                .flatMap(section -> list(section.get("questions")).stream())
                .collect(Collectors.toList());
    }

    static Map<String, Object> field(O3Form form, String id) {
        return fields(form).stream()
                .filter(field -> field.get("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no field " + id));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Object value) {
        return new ArrayList<>((Collection<Map<String, Object>>) value);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
