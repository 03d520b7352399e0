/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.site.CareGap;
import org.openmrs.module.smpr.site.CountedFrom;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.LegalBasis;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.StudySettings;
import org.openmrs.module.smpr.site.ViolentDefinition;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.site.WavePlan;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.TestStudy;

/** Whoever has an export alone can say under which settings its numbers came about, and not who set them. */
public class ExportedSettingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    public void shouldTellWhenWhichInstrumentsWereDue() throws IOException {
        Wave wave = Wave.builder()
                .code("T3")
                .label(Label.inEveryLanguage("named by somebody"))
                .instruments(Set.of("HCR20V3"))
                .countedFrom(CountedFrom.END_OF_CARE)
                .offset(Period.of(0, 1, -7))
                .daysBefore(30)
                .daysAfter(14)
                .doubleRatings(Set.of("HCR20V3"))
                .secondWithinDays(10)
                .phases(Set.of("APC"))
                .build();

        assertEquals(
                JSON.readTree("[{\"code\": \"T3\", \"instruments\": [\"HCR20V3\"], \"countedFrom\": \"END_OF_CARE\","
                        + " \"offset\": {\"months\": 1, \"days\": -7}, \"window\": {\"daysBefore\": 30, \"daysAfter\": 14},"
                        + " \"phases\": [\"APC\"], \"doubleRatings\": [\"HCR20V3\"], \"secondWithinDays\": 10}]"),
                exported(SiteSettings.builder().waves(new WavePlan(List.of(wave), true)))
                        .get("waves"));
    }

    @Test
    public void shouldTellTheWavesThatTheModuleSuggestsWhereTheSiteHasSetNone() throws IOException {
        assertEquals(
                List.of("T0", "T1", "T2", "T3"),
                exported(SiteSettings.builder()).get("waves").findValuesAsText("code"));
    }

    @Test
    public void shouldTellWithWhichErrorAChangeWasCompared() throws IOException {
        InstrumentSettings stated = InstrumentSettings.builder()
                .reliability(Map.of(
                        "C",
                        new Reliability(
                                2.5, 0.8, new Label(Map.of("en", "an invented study", "fr", "une étude inventée")))))
                .build();

        assertEquals(
                JSON.readTree("{\"C\": {\"sd\": 2.5, \"reliability\": 0.8,"
                        + " \"source\": {\"en\": \"an invented study\", \"fr\": \"une étude inventée\"}}}"),
                exported(SiteSettings.builder().instruments(Map.of("HCR20V3", stated)))
                        .at("/instruments/HCR20V3/reliability"));
    }

    @Test
    public void shouldTellTheRuleByWhichADimensionIsNotAsked_TheSitesOrTheDefinitions() throws IOException {
        assertEquals(
                Set.of("N", "OMIT"),
                texts(exported(SiteSettings.builder()).at("/instruments/HCR20V3/notAskedWhere/relevance/presence")));

        StudyData data = TestStudy.data();
        StudyData asUsed = data.toBuilder()
                .site(data.getSite().toBuilder()
                        .instruments(data.getSite().getInstruments().stream()
                                .map(instrument -> instrument.asUsedWith(
                                        Map.of(), Set.of(), Map.of("relevance", Map.of("presence", Set.of("OMIT")))))
                                .collect(Collectors.toList()))
                        .build())
                .build();
        assertEquals(
                Set.of("OMIT"),
                texts(JSON.valueToTree(ExportedSettings.of(asUsed))
                        .at("/instruments/HCR20V3/notAskedWhere/relevance/presence")));
    }

    @Test
    public void shouldTellWhichRatingsMakeAPairAndWhenCareIsBrokenOff() throws IOException {
        JsonNode settings = exported(SiteSettings.builder()
                .doubleRatingWithinDays(30)
                .readLogDays(1095)
                .careGap(new CareGap(21, Set.of("APC")))
                .study(StudySettings.builder().reliabilityMinimumPairs(20).build()));

        assertEquals(JSON.readTree("{\"withinDays\": 30}"), settings.get("doubleRating"));
        assertEquals(JSON.readTree("{\"keepDays\": 1095}"), settings.get("readLog"));
        assertEquals(JSON.readTree("{\"days\": 21, \"phases\": [\"APC\"]}"), settings.get("careGap"));
        assertEquals(20, settings.get("reliabilityMinimumPairs").intValue());
    }

    @Test
    public void shouldSayOfWhatIsNotSetThatItIsNot() throws IOException {
        JsonNode settings = exported(SiteSettings.builder());

        for (String name : List.of("doubleRating", "readLog", "careGap", "suppressBelow", "reliabilityMinimumPairs")) {
            assertTrue(name, settings.has(name) && settings.get(name).isNull());
        }
        assertEquals(JSON.readTree("{}"), settings.at("/instruments/HCR20V3/reliability"));
    }

    @Test
    public void shouldNameNobody() throws IOException {
        String settings = exported(SiteSettings.builder()
                        .outcomeRegister(TestOutcomes.settings()
                                .legalBasis(new LegalBasis(
                                        Label.inEveryLanguage("decision of Mrs Invented"),
                                        LocalDate.parse("2019-11-12"),
                                        "Mrs Invented"))
                                .violentDefinition(
                                        new ViolentDefinition("ours", Label.inEveryLanguage("by Mrs Invented")))
                                .build()))
                .toString();

        assertFalse(settings, settings.contains("Invented") || settings.contains("2019-11-12"));
        assertTrue(settings, settings.contains("\"violentDefinition\":\"ours\""));
    }

    private static JsonNode exported(SiteSettings.SiteSettingsBuilder settings) throws IOException {
        StudyData data = TestStudy.data(settings.build(), null, List.of());
        return JSON.readTree(JSON.writeValueAsString(ExportedSettings.of(data)));
    }

    private static Set<String> texts(JsonNode array) {
        return JSON.convertValue(array, JSON.getTypeFactory().constructCollectionType(Set.class, String.class));
    }
}
