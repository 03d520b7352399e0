/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteSettings;

/** Documents of invented plans, part by part. */
public final class TestPlans {

    /** With one criterion of each kind, and one analysis of each kind. */
    public static final String WHOLE = with("eligibility", TestPlans.ELIGIBILITY)
            .replace("\"analyses\": {}", "\"analyses\": {" + TestPlans.ANALYSES + "}");

    public static final String ELIGIBILITY =
            "{\"releasedFrom\": \"2024-01-01\", \"releasedUntil\": \"2199-12-31\", \"minimumAge\": 18, \"criteria\": ["
                    + "{\"code\": \"followed\", \"kind\": \"INCLUSION\", \"label\": {\"en\": \"followed by the service\", \"fr\": \"suivi par le service\"}},"
                    + "{\"code\": \"leaves-region\", \"kind\": \"EXCLUSION\", \"label\": {\"en\": \"leaves the region\", \"fr\": \"quitte la région\"}}]}";

    public static final String ANALYSES =
            "\"survival\": [{\"counted\": \"ANY_BY_FACTS\", \"horizons\": [12, 60, \"END_OF_CARE\"], \"primary\": true},"
                    + " {\"counted\": \"VIOLENT_BY_CONVICTION\", \"horizons\": [60]}],"
                    + "\"change\": [{\"from\": \"T0\", \"to\": \"T3\", \"measures\": [\"HCR20V3.scale.C\", \"SAPROF.scale.external.withoutCarried\"], \"judgements\": true}],"
                    + "\"validity\": [{\"measure\": \"HCR20V3.scale.C\", \"higher\": \"RISK\", \"wave\": \"T1\", \"counted\": \"ANY_BY_FACTS\", \"horizons\": [12, 24]}],"
                    + "\"addedValue\": [{\"base\": \"HCR20V3.scale.total.OUT\", \"added\": \"SAPROF.scale.total\", \"wave\": \"T1\", \"counted\": \"ANY_BY_FACTS\", \"horizon\": 24}],"
                    + "\"reliability\": {\"measures\": [\"HCR20V3.scale.C\", \"SAPROF.FPJ\"]},"
                    + "\"implementation\": true,"
                    + "\"uctiEffect\": {\"landmarkDays\": 30, \"covariates\": [\"AGE\", \"HCR20V3.scale.C\"], \"wave\": \"T1\", \"counted\": \"ANY_BY_FACTS\", \"horizon\": 24}";

    /** Without analyses or criteria. */
    public static final String LEAST = with("eligibility", "{}");

    private TestPlans() {}

    /** @return the plan without analyses or criteria, with one of its parts put in the place of what it has */
    public static String with(String part, String json) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("format", "1");
        parts.put("title", "{\"en\": \"An invented plan\", \"fr\": \"Un plan inventé\"}");
        parts.put("date", "\"2026-01-15\"");
        parts.put("protocol", "\"invented, version 1\"");
        parts.put("eligibility", "{}");
        parts.put("definitions", definitions("\"violentDefinition\": \"ours\", \"convictionLagYears\": 3"));
        parts.put("analyses", "{}");
        parts.put(part, json);
        StringBuilder plan = new StringBuilder();
        parts.forEach((key, value) -> {
            if (value != null) {
                plan.append(plan.length() == 0 ? "{" : ",\n").append('"' + key + "\": " + value);
            }
        });
        return plan.append('}').toString();
    }

    /** @return definitions with what is given beside what is needed */
    public static String definitions(String more) {
        return "{\"origin\": \"LEFT_BUILDING\", \"sufficientSources\": [\"JUDICIAL_REGISTER\"], \"waves\": [\"T0\", \"T1\", \"T2\", \"T3\"]"
                + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    /** @return a plan with those analyses */
    public static String analyses(String analyses) {
        return with("analyses", "{" + analyses + "}");
    }

    /** @return what is in force at a site that has accepted nothing, or those settings */
    public static Site site(SiteSettings settings) {
        return Site.builder()
                .version(null)
                .defined(Definitions.shipped())
                .instruments(Definitions.shipped())
                .settings(settings)
                .definitions(new LinkedHashMap<>())
                .build();
    }

    public static StudyPlan read(String document) {
        return new StudyPlanReader(site(SiteSettings.NONE)).read("plan", document);
    }
}
