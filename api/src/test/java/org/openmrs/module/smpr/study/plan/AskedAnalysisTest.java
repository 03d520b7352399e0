/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.site.SiteSettings;

public class AskedAnalysisTest {

    private static Optional<PlannedAnalysis> read(String analysis, String... asked) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < asked.length; i += 2) {
            given.put(asked[i], asked[i + 1]);
        }
        return AskedAnalysis.read(analysis, given, TestPlans.site(SiteSettings.NONE));
    }

    /** @return the codes of the faults, each after its field */
    private static Set<String> faults(String analysis, String... asked) {
        FaultsException refused = assertThrows(FaultsException.class, () -> read(analysis, asked));
        List<String> faults = refused.getFaults().stream()
                .map(fault -> fault.getField() + " " + fault.getCode())
                .collect(Collectors.toList());
        Set<String> different = new LinkedHashSet<>(faults);
        assertEquals("Nothing is said twice", different.size(), faults.size());
        return different;
    }

    @Test
    public void shouldReadWhatEachAnalysisCanBeAsked() {
        assertEquals(
                new PlannedSurvival(Counted.ANY_BY_FACTS, Set.of(StudyHorizon.END_OF_CARE, StudyHorizon.ofMonths(7))),
                read("survival", "counted", "ANY_BY_FACTS", "horizon", "END_OF_CARE,7")
                        .get());
        assertEquals(
                new PlannedChange("T0", "T3", Set.of("HCR20V3.scale.C", "SAPROF.scale.external"), false),
                read("change", "from", "T0", "to", "T3", "measures", "HCR20V3.scale.C,SAPROF.scale.external")
                        .get());
        assertEquals(
                new PlannedChange("T0", "T1", Set.of(), true),
                read("change", "from", "T0", "to", "T1", "judgements", "true").get());
        assertEquals(
                new PlannedValidity("HCR20V3.scale.C", Direction.RISK, "T1", Counted.ANY_BY_CONVICTION, Set.of(12, 24)),
                read(
                                "validity",
                                "measure",
                                "HCR20V3.scale.C",
                                "higher",
                                "RISK",
                                "wave",
                                "T1",
                                "counted",
                                "ANY_BY_CONVICTION",
                                "horizon",
                                "12,24")
                        .get());
        assertEquals(
                new PlannedAddedValue("HCR20V3.scale.C", "SAPROF.scale.total", "T1", Counted.ANY_BY_FACTS, 24),
                read(
                                "validity",
                                "base",
                                "HCR20V3.scale.C",
                                "added",
                                "SAPROF.scale.total",
                                "wave",
                                "T1",
                                "counted",
                                "ANY_BY_FACTS",
                                "horizon",
                                "24")
                        .get());
        assertEquals(
                new PlannedReliability(Set.of("SAPROF.FPJ")),
                read("reliability", "measures", "SAPROF.FPJ").get());
        assertEquals(
                new PlannedImplementation(Set.of("T0")),
                read("implementation", "waves", "T0").get());
        assertEquals(
                new PlannedUctiEffect(30, Set.of("AGE"), null, Counted.ANY_BY_FACTS, 12),
                read(
                                "uctieffect",
                                "landmarkDays",
                                "30",
                                "covariates",
                                "AGE",
                                "counted",
                                "ANY_BY_FACTS",
                                "horizon",
                                "12")
                        .get());
        assertEquals(
                new PlannedUctiEffect(0, Set.of("AGE", "HCR20V3.scale.C"), "T1", Counted.ANY_BY_FACTS, 12),
                read(
                                "uctieffect",
                                "landmarkDays",
                                "0",
                                "covariates",
                                "AGE,HCR20V3.scale.C",
                                "wave",
                                "T1",
                                "counted",
                                "ANY_BY_FACTS",
                                "horizon",
                                "12")
                        .get());
    }

    @Test
    public void shouldTakeNothingForNothingParticular() {
        for (String analysis : List.of("flow", "baseline", "survival", "change", "validity", "uctieffect")) {
            assertEquals(Optional.empty(), read(analysis));
        }
    }

    @Test
    public void shouldNameAllThatIsMissing() {
        assertEquals(Set.of("horizon missing"), faults("survival", "counted", "ANY_BY_FACTS"));
        assertEquals(Set.of("from missing", "to missing", "measures missing"), faults("change", "judgements", "false"));
        assertEquals(
                Set.of("higher missing", "wave missing", "counted missing", "horizon missing"),
                faults("validity", "measure", "HCR20V3.scale.C"));
        assertEquals(
                Set.of("added missing", "wave missing", "counted missing", "horizon missing"),
                faults("validity", "base", "HCR20V3.scale.C"));
        assertEquals(
                Set.of("landmarkDays missing", "wave missing", "counted missing", "horizon missing"),
                faults("uctieffect", "covariates", "HCR20V3.scale.C"));
    }

    @Test
    public void shouldNameAllThatIsWrong() {
        assertEquals(
                Set.of("counted notOneOf", "horizon notANumber", "horizon outOfRange", "wave unknownProperty"),
                faults("survival", "counted", "ANY", "horizon", "1.5,0", "wave", "T1"));
        assertEquals(
                Set.of("counted violenceNotDefined"),
                faults("survival", "counted", "VIOLENT_BY_FACTS", "horizon", "12"));
        assertEquals(
                Set.of("to noLaterWave", "measures measureNeverChanges", "judgements notOneOf"),
                faults("change", "from", "T1", "to", "T1", "measures", "HCR20V3.scale.H", "judgements", "yes"));
        assertEquals(
                Set.of("measures measureIsJudgement", "measures unknownMeasure", "from notOneOf"),
                faults("change", "from", "T9", "to", "T1", "measures", "SAPROF.FPJ,FOO"));
        assertEquals(
                Set.of("higher otherDirection", "horizon notANumber"),
                faults(
                        "validity",
                        "measure",
                        "HCR20V3.scale.C",
                        "higher",
                        "PROTECTION",
                        "wave",
                        "T1",
                        "counted",
                        "ANY_BY_FACTS",
                        "horizon",
                        "END_OF_CARE"));
        assertEquals(
                Set.of("measure notAskedTogether", "added sameMeasure"),
                faults(
                        "validity",
                        "measure",
                        "HCR20V3.scale.C",
                        "base",
                        "HCR20V3.scale.C",
                        "added",
                        "HCR20V3.scale.C",
                        "wave",
                        "T1",
                        "counted",
                        "ANY_BY_FACTS",
                        "horizon",
                        "12"));
        assertEquals(Set.of("foo unknownProperty"), faults("flow", "foo", "1"));
        assertEquals(Set.of("measures unknownMeasure"), faults("reliability", "measures", "HCR20V3.scale.C,"));
    }
}
