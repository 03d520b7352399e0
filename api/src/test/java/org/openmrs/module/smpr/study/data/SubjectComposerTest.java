/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.study.data.RatingPair.Blind;
import org.openmrs.module.smpr.study.measure.NoValue;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.trajectory.TestSeries;

/** What follows from what the record has of a participant. */
public class SubjectComposerTest {

    private final TestSeries record = new TestSeries();

    @Test
    public void shouldSayOfEachPairWhetherItWasMadeBlindAndByWhom() {
        String first = record.saprof("2020-01-20").uuid();
        String blind = second("2020-01-22");
        String seen = second("2020-01-24");
        String unknown = second("2020-01-26");

        List<RatingPair> pairs = subject(
                        Map.of(blind, true, seen, false), Map.of(first, Set.of("one"), blind, Set.of("other")))
                .getRatingPairs();

        assertEquals(
                List.of(Blind.YES, Blind.NO, Blind.NOT_KNOWN),
                pairs.stream().map(RatingPair::getBlind).collect(Collectors.toList()));
        assertEquals(
                List.of(blind, seen, unknown),
                pairs.stream().map(pair -> pair.getSecond().getUuid()).collect(Collectors.toList()));
        assertEquals(first, pairs.get(2).getFirst().getUuid());
        assertEquals(Set.of("one"), pairs.get(0).getFirstRaters());
        assertEquals(Set.of("other"), pairs.get(0).getSecondRaters());
        assertEquals(Set.of(), pairs.get(1).getSecondRaters());
    }

    @Test
    public void shouldSayWhyAMeasureHasNoValue() {
        record.saprof("2020-01-20").rated("12", "NA").rated("13", "OMIT").without("FPJ");
        record.hcr20("2020-01-20").without("C1.presence");

        Subject subject = subject(Map.of(), Map.of());

        Measurement saprof = subject.getMeasurements().stream()
                .filter(measurement -> measurement.getInstrument().equals("SAPROF"))
                .findFirst()
                .get();
        assertEquals(NoValue.NOT_APPLICABLE, noValue(saprof, "SAPROF.scale.motivational"));
        assertEquals(NoValue.OMITTED, noValue(saprof, "SAPROF.scale.external"));
        assertEquals(NoValue.UNANSWERED, noValue(saprof, "SAPROF.FPJ"));
        assertEquals(NoValue.NO_COUNTERPART, noValue(saprof, "SAPROF.index.hcr20-saprof.IN"));
        assertEquals(NoValue.CONTEXT_NOT_RATED, noValue(saprof, "SAPROF.index.hcr20-saprof.OUT"));
        assertNull(noValue(saprof, "SAPROF.scale.internal"));
        assertEquals(5, Subject.value(saprof, TestStudy.measure("SAPROF.scale.internal"), TestStudy.MEASURES), 0);
        Measurement hcr = subject.getMeasurements().stream()
                .filter(measurement -> measurement.getInstrument().equals("HCR20V3"))
                .findFirst()
                .get();
        assertEquals(NoValue.UNANSWERED, noValue(hcr, "HCR20V3.scale.C"));
        assertEquals(NoValue.CONTEXT_NOT_RATED, noValue(hcr, "HCR20V3.scale.R.OUT"));
        assertEquals(NoValue.CONTEXT_NOT_RATED, noValue(hcr, "HCR20V3.CP.OUT"));
        assertNull(noValue(hcr, "HCR20V3.CP.IN"));
    }

    private static NoValue noValue(Measurement measurement, String measure) {
        return measurement.noValue(TestStudy.measure(measure));
    }

    /** @return its uuid */
    private String second(String day) {
        return record.saprof(day).with("raterRole", "INDEPENDENT").uuid();
    }

    private Subject subject(Map<String, Boolean> blind, Map<String, Set<String>> raters) {
        return SubjectComposer.builder()
                .site(Site.builder()
                        .defined(Definitions.shipped())
                        .instruments(Definitions.shipped())
                        .settings(SiteSettings.builder().build())
                        .definitions(Collections.emptyMap())
                        .build())
                .measures(TestStudy.MEASURES)
                .today(TestStudy.TODAY)
                .zone(TestSeries.ZONE)
                .lastCharted(Collections.emptyMap())
                .births(Map.of("patient", LocalDate.parse("1985-01-01")))
                .care(Collections.emptyMap())
                .plans(Collections.emptyMap())
                .stays(Collections.emptyMap())
                .placeRequests(Collections.emptyMap())
                .outcomes(Collections.emptyMap())
                .blind(blind)
                .raters(raters)
                .trainings(Collections.emptyList())
                .build()
                .compose(
                        Participant.builder()
                                .patient("patient")
                                .studyCode("code")
                                .episode(TestStudy.episode("2020-01-10", "2020-09-10")
                                        .build())
                                .build(),
                        record.assessments());
    }
}
