/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.pathway.place.Stay;
import org.openmrs.module.smpr.statistics.RFixture;

/** The invented men of {@code study.csv} as participants, rated once before they left. */
public final class RStudy {

    private static final String RATED = "2020-03-01";

    private RStudy() {}

    /** @param such by the end of a man's time and whether that is known until one year */
    public static StudyData data(RFixture fixture, Predicate<CSVRecord> such) {
        return TestStudy.data(
                fixture.rows().stream().filter(such).map(RStudy::subject).toArray(Subject[]::new));
    }

    /** @return whether it is known what there is to know of him one year after his index day */
    public static boolean isKnownAtOneYear(CSVRecord man) {
        return !man.get("end").equals("0") || Integer.parseInt(man.get("time")) >= 365;
    }

    private static Subject subject(CSVRecord man) {
        Map<String, Double> values = new HashMap<>();
        values.put("HCR20V3.scale.total.OUT", number(man, "hcr"));
        values.put("SAPROF.scale.total", number(man, "saprof"));
        // Low, moderate and high are the first, third and fifth of its five levels.
        values.put("SAPROF.FPJ", 2 * number(man, "fpj"));
        String last = day(man, "time").toString();
        List<OutcomeEvent> events = new ArrayList<>();
        if (man.get("end").equals("1")) {
            events.add(TestOutcomes.offence(last).build());
        } else if (man.get("end").equals("2")) {
            events.add(TestOutcomes.death(last).build());
        }
        if (!man.get("gapFrom").isEmpty()) {
            events.add(TestOutcomes.stay(
                            Kind.HOSPITALIZATION,
                            day(man, "gapFrom").toString(),
                            day(man, "gapTo").toString())
                    .build());
        }
        boolean entered = !man.get("entry").isEmpty();
        return TestStudy.subject(String.format("%03d", Integer.parseInt(man.get("man"))))
                .age(Integer.valueOf(man.get("age")))
                .measurements(Arrays.asList(
                        TestStudy.measurement("T1", "HCR20V3", RATED, values),
                        TestStudy.measurement("T1", "SAPROF", RATED, values)))
                .stays(entered ? Collections.singletonList(new Stay(day(man, "entry"), null)) : Collections.emptyList())
                .placeSteps(
                        entered
                                ? EnumSet.of(PlaceStep.REQUESTED, PlaceStep.OFFERED, PlaceStep.ENTERED)
                                : Collections.emptySet())
                .status(TestStudy.status(
                        events,
                        Collections.singletonList(
                                TestOutcomes.registerFreeUntil(last).build())))
                .build();
    }

    private static double number(CSVRecord man, String column) {
        return Double.parseDouble(man.get(column));
    }

    private static LocalDate day(CSVRecord man, String column) {
        return TestStudy.INDEX.plusDays(Integer.parseInt(man.get(column)));
    }
}
