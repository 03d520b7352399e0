/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.DocumentFault;
import org.openmrs.module.smpr.instrument.FaultReason;
import org.openmrs.module.smpr.instrument.SameField;

public class SiteSettingsReaderTest {

    private final SiteSettingsReader reader = new SiteSettingsReader(Definitions.shipped());

    @Test
    public void shouldReadLabelsOptionsLimitsAndReliability() {
        SiteSettings settings = reader.read("site.json", """
                {
                  "format": 1,
                  "labels": {"SAPROF.05": {"fr": "Contrôle de soi"}},
                  "instruments": {
                    "SAPROF": {
                      "options": ["five-levels"],
                      "omissionLimits": {"internal": 1, "total": 3},
                      "reliability": {"total": {"sd": 4.27, "reliability": 0.88, "source": "an illustration"}}
                    }
                  }
                }""");
        assertEquals(
                Map.of("fr", "Contrôle de soi"),
                settings.getLabels().get("SAPROF.05").texts());
        InstrumentSettings saprof = settings.forInstrument("SAPROF");
        assertEquals(Set.of("five-levels"), saprof.getOptions());
        assertEquals(Map.of("internal", 1, "total", 3), saprof.getOmissionLimits());
        assertEquals(Map.of("total", new Reliability(4.27, 0.88, "an illustration")), saprof.getReliability());
    }

    @Test
    public void shouldReadTheSourceOfAReliabilityOnceALanguage_OrOnceForAll() {
        SiteSettings settings = reader.read("site.json", """
                {
                  "format": 1,
                  "instruments": {"HCR20V3": {"reliability": {
                    "C": {"sd": 2.89, "reliability": 0.88, "source": {"en": "our double ratings", "fr": "nos doubles cotations"}},
                    "R": {"sd": 3.02, "reliability": 0.87, "source": "JAAPL"}
                  }}}
                }""");
        Map<String, Reliability> stated = settings.forInstrument("HCR20V3").getReliability();
        assertEquals("our double ratings", stated.get("C").getOrigin().in(Locale.ENGLISH));
        assertEquals("nos doubles cotations", stated.get("C").getOrigin().in(Locale.FRENCH));
        assertEquals("JAAPL", stated.get("R").getOrigin().in(Locale.FRENCH));
    }

    @Test
    public void shouldReadWhereADimensionIsNotAskedHowFarAnIndexReachesAndHowLongReadingsAreKept() {
        SiteSettings settings = reader.read("site.json", """
                {
                  "format": 1,
                  "readLog": {"keepDays": 365},
                  "instruments": {
                    "HCR20V3": {"notAskedWhere": {"relevance": {"presence": ["OMIT"]}}},
                    "SAPROF": {"indices": {"hcr20-saprof": {"withinDays": 0}}}
                  }
                }""");
        assertEquals(Integer.valueOf(365), settings.getReadLogDays());
        assertEquals(
                Map.of("relevance", Map.of("presence", Set.of("OMIT"))),
                settings.forInstrument("HCR20V3").getNotAskedWhere());
        assertEquals(Map.of("hcr20-saprof", 0), settings.forInstrument("SAPROF").getIndexWithinDays());
    }

    @Test
    public void shouldReadWhatTheSiteSetsOfItsStudyAndLetNothingOutBefore() {
        StudySettings study = reader.read("site.json", """
                {"format": 1, "study": {"suppressBelow": 5, "reliabilityMinimumPairs": 20, "exportKeptDays": 14}}""").getStudy();
        assertEquals(Integer.valueOf(5), study.getSuppressBelow());
        assertEquals(Integer.valueOf(20), study.getReliabilityMinimumPairs());
        assertEquals(14, study.getExportKeptDays());

        StudySettings unset =
                reader.read("site.json", "{\"format\": 1, \"study\": {}}").getStudy();
        assertEquals(StudySettings.NONE, unset);
        assertNull(unset.getSuppressBelow());
        assertNull(unset.getReliabilityMinimumPairs());
        assertEquals(7, unset.getExportKeptDays());
        assertEquals(
                Set.of(
                        "/study/suppressBelow: is 2 or more",
                        "/study/reliabilityMinimumPairs: is 2 or more",
                        "/study/exportKeptDays: is 1 or more",
                        "/study/keep: is unknown here"),
                Set.copyOf(assertThrows(
                                DefinitionException.class,
                                () -> reader.read(
                                        "site.json",
                                        "{\"format\": 1, \"study\": {\"suppressBelow\": 1,"
                                                + " \"reliabilityMinimumPairs\": 0, \"exportKeptDays\": 0, \"keep\": 1}}"))
                        .getReasons()));
    }

    @Test
    public void shouldReadHowTheOutcomeRegisterIsKept() {
        OutcomeRegisterSettings register = reader.read("site.json", """
                {
                  "format": 1,
                  "outcomeRegister": {
                    "legalBasis": {"text": "an invented authorization", "date": "2026-01-15", "who": "an invented officer"},
                    "indexRelease": "FIRST",
                    "clock": "ECROU_LIFTED",
                    "violentDefinition": {"name": "ours, 2026", "text": {"en": "against persons", "fr": "contre les personnes"}},
                    "sufficientSources": ["JUDICIAL_REGISTER", "COURT"],
                    "convictionLagYears": 3,
                    "horizons": [6, 12, 60]
                  }
                }""").getOutcomeRegister();
        assertEquals(
                "an invented authorization", register.getLegalBasis().getText().in(Locale.FRENCH));
        assertEquals("an invented officer", register.getLegalBasis().getWho());
        assertEquals(OutcomeRegisterSettings.IndexRelease.FIRST, register.getIndexRelease());
        assertEquals(OutcomeRegisterSettings.ClockStart.ECROU_LIFTED, register.getClock());
        assertEquals("ours, 2026", register.getViolentDefinition().getName());
        assertEquals(
                "contre les personnes",
                register.getViolentDefinition().getText().in(Locale.FRENCH));
        assertEquals(Set.of(OutcomeSource.JUDICIAL_REGISTER, OutcomeSource.COURT), register.getSufficientSources());
        assertEquals(Integer.valueOf(3), register.getConvictionLagYears());
        assertEquals(List.of(6, 12, 60), register.getHorizons());
    }

    @Test
    public void shouldHaveNoOutcomeRegisterBeforeTheDayFromWhichItsLegalBasisHolds() {
        assertFalse(
                reader.read("site.json", "{\"format\": 1}").getOutcomeRegister().isOn(LocalDate.MAX));
        assertFalse(reader.read("site.json", "{\"format\": 1, \"outcomeRegister\": {\"clock\": \"END_OF_CARE\"}}")
                .getOutcomeRegister()
                .isOn(LocalDate.MAX));
        OutcomeRegisterSettings register = reader.read("site.json", """
                {"format": 1, "outcomeRegister": {"legalBasis": {"text": "x", "date": "2026-01-15", "who": "y"}}}""").getOutcomeRegister();
        assertFalse(register.isOn(LocalDate.parse("2026-01-14")));
        assertTrue(register.isOn(LocalDate.parse("2026-01-15")));
    }

    @Test
    public void shouldDecideNothingOfTheFollowUpForASite() {
        OutcomeRegisterSettings register =
                reader.read("site.json", "{\"format\": 1}").getOutcomeRegister();
        assertNull(register.getIndexRelease());
        assertNull(register.getClock());
        assertNull(register.getViolentDefinition());
        assertNull(register.getConvictionLagYears());
        assertEquals(Set.of(OutcomeSource.JUDICIAL_REGISTER), register.getSufficientSources());
        assertEquals(List.of(12, 24, 36, 48, 60), register.getHorizons());
    }

    @Test
    public void shouldNameEveryFaultOfHowTheOutcomeRegisterIsKept() {
        DefinitionException e = assertThrows(DefinitionException.class, () -> reader.read("site.json", """
                {
                  "format": 1,
                  "outcomeRegister": {
                    "legalBasis": {"text": "", "date": "15 January"},
                    "indexRelease": "SECOND",
                    "clock": "TODAY",
                    "violentDefinition": {"name": "ours", "text": {"en": "against persons"}},
                    "sufficientSources": ["RUMOUR"],
                    "convictionLagYears": 21,
                    "horizons": [12, 12, "24", 0],
                    "horizon": 60
                  }
                }"""));
        assertEquals(
                List.of(
                        "/outcomeRegister/legalBasis/who",
                        "/outcomeRegister/legalBasis/text",
                        "/outcomeRegister/legalBasis/date",
                        "/outcomeRegister/indexRelease",
                        "/outcomeRegister/clock",
                        "/outcomeRegister/violentDefinition/text",
                        "/outcomeRegister/sufficientSources",
                        "/outcomeRegister/convictionLagYears",
                        "/outcomeRegister/horizons/1",
                        "/outcomeRegister/horizons/2",
                        "/outcomeRegister/horizons/2",
                        "/outcomeRegister/horizon"),
                e.getReasons().stream()
                        .map(fault -> fault.substring(0, fault.indexOf(':')))
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldLetASiteAskADimensionAlways() {
        SiteSettings settings = reader.read("site.json", """
                {"format": 1, "instruments": {"HCR20V3": {"notAskedWhere": {"relevance": {}}}}}""");
        assertEquals(
                Map.of("relevance", Map.of()), settings.forInstrument("HCR20V3").getNotAskedWhere());
    }

    @Test
    public void shouldRefuseRulesOnWhatTheInstrumentDoesNotHave() {
        DefinitionException refused = assertThrows(DefinitionException.class, () -> reader.read("site.json", """
                        {
                          "format": 1,
                          "readLog": {"keepDays": 0, "beds": 5},
                          "instruments": {
                            "HCR20V3": {
                              "notAskedWhere": {
                                "relevance": {"presence": ["N", "NO"], "absence": ["N"]},
                                "weight": {"presence": ["N"]}
                              },
                              "indices": {"hcr20-saprof": {"withinDays": 30}}
                            },
                            "SAPROF": {"indices": {"hcr20-saprof": {"withinDays": -1}}}
                          }
                        }"""));
        assertEquals(
                Set.of(
                        "/readLog/keepDays: is 1 or more",
                        "/readLog/beds: is unknown here",
                        "/instruments/HCR20V3/notAskedWhere/relevance/presence: \"NO\" is not an answer of the dimension \"presence\"",
                        "/instruments/HCR20V3/notAskedWhere/relevance/absence: \"absence\" is not a dimension of the instrument",
                        "/instruments/HCR20V3/notAskedWhere/weight: \"weight\" is not a dimension of the instrument",
                        "/instruments/HCR20V3/indices/hcr20-saprof: \"hcr20-saprof\" is not an index of the instrument",
                        "/instruments/SAPROF/indices/hcr20-saprof/withinDays: is 0 or more"),
                Set.copyOf(refused.getReasons()));
    }

    @Test
    public void shouldReadTheExampleOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        int settings = readme.indexOf("### Settings of a site");
        int start = readme.indexOf("    {\n", settings);
        String example = readme.substring(start, readme.indexOf("\n    }\n", start) + 6);
        SiteSettings read = reader.read("README.md", example);
        assertEquals(2, (int) read.forInstrument("SAPROF").getOmissionLimits().get("total"));
        assertTrue(read.getSameField().isOfSite());
    }

    @Test
    public void shouldTakeTheSitesMapInPlaceOfTheModulesWhole() {
        SiteSettings settings = reader.read("site.json", """
                {"format": 1, "sameField": {"HCR20V3.C1": ["SAPROF.09", "SAPROF.11"], "HCR20V3.C2": []}}""");
        assertTrue(settings.getSameField().isOfSite());
        assertEquals(List.of("SAPROF.09", "SAPROF.11"), settings.getSameField().of("HCR20V3", "C1"));
        assertEquals(List.of(), settings.getSameField().of("HCR20V3", "C2"));
        assertEquals(
                "which the module's has", List.of(), settings.getSameField().of("HCR20V3", "C5"));
    }

    @Test
    public void shouldSuggestAMapWhereTheSiteHasNone() {
        SameField suggested = reader.read("site.json", "{\"format\": 1}").getSameField();
        assertFalse(suggested.isOfSite());
        assertEquals(List.of("SAPROF.09", "SAPROF.10", "SAPROF.12"), suggested.of("HCR20V3", "C5"));
    }

    @Test
    public void shouldRefuseAMapOfItemsThatThereAreNot() {
        DefinitionException refused = assertThrows(DefinitionException.class, () -> reader.read("site.json", """
                        {
                          "format": 1,
                          "sameField": {
                            "HCR20V3.C9": ["SAPROF.09"],
                            "HCR20V3.C1": ["SAPROF.18", "SAPROF.09", "SAPROF.09"],
                            "HCR20V3.C2": "SAPROF.03"
                          }
                        }"""));
        assertEquals(
                Set.of(
                        "/sameField/HCR20V3.C9: \"HCR20V3.C9\" is not an item of an instrument of this site",
                        "/sameField/HCR20V3.C1: \"SAPROF.18\" is not an item of an instrument of this site",
                        "/sameField/HCR20V3.C1/2: \"SAPROF.09\" is there twice",
                        "/sameField/HCR20V3.C2: a list is expected"),
                Set.copyOf(refused.getReasons()));
        assertEquals(
                List.of("/sameField: an object is expected"),
                assertThrows(
                                DefinitionException.class,
                                () -> reader.read("site.json", "{\"format\": 1, \"sameField\": []}"))
                        .getReasons());
    }

    @Test
    public void shouldSetNothingThatASiteDoesNotSet() {
        SiteSettings settings = reader.read("site.json", "{\"format\": 1}");
        assertEquals(SiteSettings.NONE, settings);
        assertEquals(InstrumentSettings.NONE, settings.forInstrument("SAPROF"));
    }

    @Test
    public void shouldNameEveryFaultWithItsPlace() {
        DefinitionException refused = assertThrows(DefinitionException.class, () -> reader.read("site.json", """
                        {
                          "format": 1,
                          "beds": 5,
                          "labels": {"SAPROF.99": {"fr": "x"}, "SAPROF.05": {"de": "Selbstkontrolle"}},
                          "instruments": {
                            "PCL-R": {},
                            "SAPROF": {
                              "options": ["nine-levels"],
                              "omissionLimits": {"internal": 5, "risk": 1},
                              "reliability": {"sum": {"sd": 2.9, "reliability": 0.9, "source": ""}}
                            }
                          }
                        }"""));
        assertEquals(
                Set.of(
                        "/beds: is unknown here",
                        "/labels/SAPROF.99: no instrument has a label of this code",
                        "/labels/SAPROF.05/de: is none of the languages en, fr",
                        "/instruments/PCL-R: \"PCL-R\" is not an instrument of this site",
                        "/instruments/SAPROF/options: \"nine-levels\" is not an option of the instrument",
                        "/instruments/SAPROF/omissionLimits/internal: 0 to 4 items can be omitted",
                        "/instruments/SAPROF/omissionLimits/risk: \"risk\" is not a scale of the instrument",
                        "/instruments/SAPROF/reliability/sum/source: a text is expected",
                        "/instruments/SAPROF/reliability/sum: \"sum\" is not a scale of the instrument"),
                Set.copyOf(refused.getReasons()));
    }

    @Test
    public void shouldRefuseAReliabilityThatIsNone() {
        DefinitionException refused = assertThrows(DefinitionException.class, () -> reader.read("site.json", """
                        {"format": 1, "instruments": {"SAPROF": {"reliability":
                          {"total": {"sd": 0, "reliability": 1.2, "source": {"en": "a paper"}}}}}}"""));
        assertEquals(
                List.of(
                        "/instruments/SAPROF/reliability/total/sd: is above 0",
                        "/instruments/SAPROF/reliability/total/reliability: lies between 0 and 1",
                        "/instruments/SAPROF/reliability/total/source: the text in \"fr\" is missing"),
                refused.getReasons());
    }

    @Test
    public void shouldRefuseALabelThatNoConceptNameCanHold() {
        DefinitionException refused = assertThrows(
                DefinitionException.class,
                () -> reader.read(
                        "site.json",
                        "{\"format\": 1, \"labels\": {\"SAPROF.05\": {\"fr\": \"" + "x".repeat(151) + "\"}}}"));
        assertEquals(List.of("/labels/SAPROF.05: a label has at most 150 letters"), refused.getReasons());
    }

    @Test
    public void shouldSuggestWavesWhereTheSiteHasSetNone_AndSetNoBreakInCare() {
        SiteSettings settings = reader.read("site.json", "{\"format\": 1}");
        assertFalse(settings.getWaves().isOfSite());
        assertEquals(
                List.of("T0", "T1", "T2", "T3"),
                settings.getWaves().getWaves().stream().map(Wave::getCode).collect(Collectors.toList()));
        assertNull(settings.getCareGap());
        assertEquals(30, settings.getAheadDays());
    }

    @Test
    public void shouldReadAPlanOfWavesABreakInCareAndHowFarAheadTheWorklistLooks() {
        SiteSettings settings = reader.read("site.json", """
                {
                  "format": 1,
                  "careGap": {"days": 21, "phases": ["APC"]},
                  "worklist": {"aheadDays": 14},
                  "waves": [
                    {
                      "code": "T0", "label": {"en": "at entry", "fr": "à l’entrée"},
                      "instruments": ["HCR20V3", "SAPROF"], "countedFrom": "ENTRY",
                      "window": {"daysAfter": 45}, "phases": ["CUSTODY"],
                      "doubleRatings": ["HCR20V3"], "secondWithinDays": 14
                    },
                    {
                      "code": "T2", "label": {"en": "two months", "fr": "deux mois"},
                      "instruments": ["CAPP"], "countedFrom": "RELEASE", "offset": {"months": 2, "days": -3},
                      "window": {"daysBefore": 10, "daysAfter": 20}
                    }
                  ]
                }""");
        assertEquals(new CareGap(21, Set.of("APC")), settings.getCareGap());
        assertEquals(14, settings.getAheadDays());
        assertTrue(settings.getWaves().isOfSite());
        Wave first = settings.getWaves().getWaves().get(0);
        assertEquals(Set.of("HCR20V3"), first.getDoubleRatings());
        assertEquals(Integer.valueOf(14), first.getSecondWithinDays());
        assertEquals(Period.ZERO, first.getOffset());
        assertEquals(0, first.getDaysBefore());
        Wave second = settings.getWaves().getWaves().get(1);
        assertEquals(CountedFrom.RELEASE, second.getCountedFrom());
        assertEquals(LocalDate.parse("2025-03-28"), second.due(LocalDate.parse("2025-01-31")));
        assertEquals(Set.of(), second.getPhases());
    }

    @Test
    public void shouldLetASiteHaveNoWaves() {
        SiteSettings settings = reader.read("site.json", "{\"format\": 1, \"waves\": []}");
        assertEquals(List.of(), settings.getWaves().getWaves());
        assertTrue(settings.getWaves().isOfSite());
    }

    @Test
    public void shouldRefuseAFaultyPlanWithThePlaceOfEachFault() {
        DefinitionException refused = assertThrows(DefinitionException.class, () -> reader.read("site.json", """
                        {
                          "format": 1,
                          "careGap": {"days": 0, "phases": ["UCTI"]},
                          "worklist": {"aheadDays": -1},
                          "waves": [
                            {
                              "code": "T0", "label": {"en": "at entry"}, "instruments": ["HCR20"], "countedFrom": "BIRTH",
                              "window": {"daysBefore": -1, "after": 3}, "doubleRatings": ["SAPROF"]
                            },
                            {
                              "code": "T0", "label": {"en": "b", "fr": "b"}, "instruments": [], "countedFrom": "ENTRY",
                              "offset": {"weeks": 2}, "secondWithinDays": 3
                            }
                          ]
                        }"""));
        assertEquals(
                Set.of(
                        "/careGap/days: is 1 or more",
                        "/careGap/phases: \"UCTI\" is none of CUSTODY, PRE-RELEASE, APC",
                        "/worklist/aheadDays: is 0 or more",
                        "/waves/0/label: the text in \"fr\" is missing",
                        "/waves/0/instruments: \"HCR20\" is not an instrument of this site",
                        "/waves/0/countedFrom: \"BIRTH\" is none of ENTRY, RELEASE, END_OF_CARE",
                        "/waves/0/window/daysBefore: lies from 0 to 3660",
                        "/waves/0/window/after: is unknown here",
                        "/waves/0/doubleRatings: \"SAPROF\" is not an instrument of this wave",
                        "/waves/1/code: another wave is called \"T0\" too",
                        "/waves/1/instruments: at least one is due",
                        "/waves/1/offset/weeks: is unknown here",
                        "/waves/1/window: is missing",
                        "/waves/1/secondWithinDays: no second ratings are wanted"),
                Set.copyOf(refused.getReasons()));
    }

    @Test
    public void shouldNameLineAndColumnOfEveryFaultInTheOrderOfTheText() {
        DefinitionException refused = assertThrows(DefinitionException.class, () -> reader.read("site.json", """
                {
                  "format": 1,
                  "careGap": {
                    "days": 0,
                    "phases": ["APC", "UCTI"]
                  },
                  "beds/places": 5,
                  "waves": [
                    {"code": "T0", "label": {"en": "entry", "fr": "entrée"},
                      "instruments": ["SAPROF"], "countedFrom": "ENTRY"}
                  ]
                }"""));
        assertEquals(
                List.of(
                        "line 4, column 5: /careGap/days: is 1 or more",
                        "line 5, column 5: /careGap/phases: \"UCTI\" is none of CUSTODY, PRE-RELEASE, APC",
                        "line 7, column 3: /beds~1places: is unknown here",
                        "line 9, column 5: /waves/0/window: is missing"),
                refused.getFaults().stream().map(DocumentFault::toString).collect(Collectors.toList()));
        assertEquals(
                "«\u00a0UCTI\u00a0» n’est pas l’un de CUSTODY, PRE-RELEASE, APC",
                refused.getFaults().get(1).getReason(Locale.FRENCH));
    }

    @Test
    public void shouldNameThePlaceWhereTheTextIsJsonNoMore() {
        DefinitionException refused = assertThrows(
                DefinitionException.class, () -> reader.read("site.json", "{\n  \"format\": 1,\n  'careGap': {}\n}"));
        assertEquals(1, refused.getFaults().size());
        assertEquals(FaultReason.NO_JSON, refused.getFaults().get(0).getReason());
        assertEquals(3, refused.getFaults().get(0).getLine());
    }
}
