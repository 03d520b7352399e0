/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;

/** What holds for every instrument that the module ships. */
public class DefinitionsTest {

    @Test
    public void shouldBeShownInThisOrder() {
        assertEquals(
                List.of("HCR20V3", "SAPROF", "CAPP"),
                Definitions.shipped().stream().map(Instrument::getCode).collect(Collectors.toList()));
    }

    @Test
    public void shouldAskForThePhaseOfCareAfterTheContextAndLeaveItOpen() {
        for (Instrument instrument : Definitions.shipped()) {
            List<String> asked =
                    instrument.getCommon().stream().map(Question::getCode).collect(Collectors.toList());
            assertEquals(
                    instrument.getCode(),
                    asked.indexOf(CommonQuestions.CONTEXT) + 1,
                    asked.indexOf(CommonQuestions.PHASE));
            assertFalse(instrument.question(CommonQuestions.PHASE).get().isRequired());
            assertEquals(
                    String.join(
                            "\n",
                            "CUSTODY=- | in custody | en détention",
                            "PRE-RELEASE=- | pre-release | préparation à la sortie",
                            "APC=- | post-prison care (APC) | accompagnement post-carcéral (APC)",
                            "UCTI=- | post-prison care with a place in the flat-share (UCTI)"
                                    + " | accompagnement post-carcéral avec une place à l’UCTI",
                            "AFTER-CARE=- | after the end of care | après la fin de la prise en soin"),
                    TestInstruments.answers(instrument, CommonQuestions.PHASE));
        }
    }

    /** Domain facts: static items, what support carries, what falls at release, and which way an instrument points. */
    @Test
    public void shouldSayWhatTrajectoriesRestOn() {
        assertEquals(
                List.of("presence RISK", "relevance null", "rating PROTECTION", "severity SEVERITY"),
                each(i -> i.getDimensions().stream().map(d -> d.getCode() + " " + d.getHigher())));
        assertEquals(
                List.of("R1", "R2", "15", "16", "17"),
                each(i -> i.getItems().stream().filter(Item::isCarriedBySupport).map(Item::getCode)));
        assertEquals(
                List.of("external"),
                each(i ->
                        i.getScales().stream().filter(Scale::isFallsWithFreedom).map(Scale::getCode)));
        assertEquals(
                List.of("C", "CR"),
                each(i -> i.getScales().stream().filter(Scale::isLooksBack).map(Scale::getCode)));
        assertEquals(
                List.of("H", "total", "internal", "total"),
                each(i -> i.getScales().stream().filter(Scale::isWithFixedItems).map(Scale::getCode)));
        assertEquals(
                List.of("key KEEP", "goal BUILD"),
                each(i -> i.getMarks().stream().map(m -> m.getCode() + " " + m.getPurpose())));
        assertEquals(
                List.of("reviewDate"),
                each(i -> i.getQuestions().stream().filter(Question::isReview).map(Question::getCode)));
        assertEquals(List.of("SAPROF"), each(i -> i.isContextOfRatings() ? Stream.of(i.getCode()) : Stream.empty()));
        assertEquals(List.of("HCR20V3"), each(i -> i.getTargets() != null ? Stream.of(i.getCode()) : Stream.empty()));
    }

    @Test
    public void shouldSuggestProtectiveItemsBesideEveryDynamicRiskItemAndNoOther() {
        assertEquals(
                TestInstruments.HCR20V3.getItems().stream()
                        .filter(item -> !item.isFixed())
                        .map(item -> "HCR20V3." + item.getCode())
                        .collect(Collectors.toSet()),
                Definitions.sameField().getItems().keySet());
        Definitions.sameField()
                .getItems()
                .values()
                .forEach(beside -> beside.forEach(code -> assertTrue(code, code.startsWith("SAPROF."))));
    }

    @Test
    public void shouldHaveEveryTextInBothLanguages() {
        for (Label label : texts()) {
            assertEquals(label.toString(), Set.of("en", "fr"), label.texts().keySet());
            label.texts()
                    .values()
                    .forEach(text -> assertFalse(label.toString(), text.trim().isEmpty()));
        }
    }

    @Test
    public void shouldNotBreakALineBeforeFrenchPunctuation() {
        for (Label label : texts()) {
            String french = label.texts().get("fr");
            assertFalse(french, french.matches(".* [;:!?»].*"));
        }
    }

    @Test
    public void shouldWriteFrenchApostrophesAsPrintersDo() {
        for (Label label : texts()) {
            assertFalse(label.texts().get("fr"), label.texts().get("fr").contains("'"));
        }
    }

    @Test
    public void shouldGiveNoInstrumentTheCodeOfAnotherRecord() {
        Set<String> codes =
                Definitions.recordTypes().stream().map(RecordType::getCode).collect(Collectors.toSet());
        assertEquals(
                Set.of("SUMMARY", "ENTRY", "RELEASE", "EXTENSION", "END", "IN-CHARGE", "CONTACT", "ACTION", "RELAY"),
                codes);
        codes.add(CommonQuestions.NAMESPACE);
        Definitions.shipped().forEach(instrument -> assertFalse(codes.contains(instrument.getCode())));
    }

    private static List<Label> texts() {
        List<Label> texts = new ArrayList<>();
        for (Instrument instrument : Definitions.shipped()) {
            texts.addAll(List.of(instrument.getLabel(), instrument.getTitle(), instrument.getNotice()));
            texts.addAll(TestInstruments.labels(instrument));
            instrument.getIndices().forEach(index -> texts.add(index.getNotice()));
        }
        for (RecordType type : Definitions.recordTypes()) {
            texts.addAll(List.of(type.getLabel(), type.getTitle()));
            for (Question question : type.getQuestions()) {
                texts.add(question.getLabel());
                question.getChoices().forEach(choice -> texts.add(choice.getLabel()));
            }
        }
        return texts;
    }

    private static List<String> each(Function<Instrument, Stream<String>> said) {
        return Definitions.shipped().stream().flatMap(said).collect(Collectors.toList());
    }
}
