/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;

public class DefinitionReaderTest {

    private static final String TARGETS =
            "\"targets\": {\"dimension\": \"presence\", \"choices\": [\"P\", \"Y\"], \"relevance\": \"relevance\"}, ";

    private final String definition = resource("/instruments/two-dimensions.json");

    private final Instrument demo = read(definition);

    @Test
    public void shouldMakeAQuestionOfEachItemSubItemContextAndDimension() {
        assertEquals(
                List.of(
                        "DEMO.H1.presence",
                        "DEMO.H1.relevance",
                        "DEMO.H1.a.presence",
                        "DEMO.H1.b.presence",
                        "DEMO.C1.presence",
                        "DEMO.C1.relevance",
                        "DEMO.R1.IN.presence",
                        "DEMO.R1.IN.relevance",
                        "DEMO.R1.OUT.presence",
                        "DEMO.R1.OUT.relevance"),
                demo.getQuestions().stream()
                        .filter(q -> q.getPart() == Question.Part.RATING)
                        .map(Question::getConceptCode)
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldSayWhatTheLabelOfAQuestionAloneDoesNot() {
        assertEquals("First, présence".replace("First", "Premier"), qualifier("H1.a.presence", Locale.FRENCH));
        assertEquals("relevance, in the community", qualifier("R1.OUT.relevance", Locale.ENGLISH));
    }

    @Test
    public void shouldKnowThatASumWithItemsRatedPerContextExistsOncePerContext() {
        assertFalse(demo.scale("H").get().isPerContext());
        assertTrue(demo.scale("total").get().isPerContext());
    }

    @Test
    public void shouldReadFieldsOfEveryKind() {
        assertEquals(
                Map.of(
                        "formulation", Question.Kind.TEXT,
                        "scenario1.likelihood", Question.Kind.CODED,
                        "reviewDate", Question.Kind.DATE),
                demo.getFields().stream().collect(Collectors.toMap(Question::getCode, Question::getKind)));
    }

    @Test
    public void shouldNameFilePlaceAndReasonOfEveryFaultAtOnce() {
        String wrong = definition
                .replace("\"choices\": \"presence\"", "\"choices\": \"presense\"")
                .replace("\"items\": [\"H1\"]", "\"items\": [\"H1\", \"H9\"]")
                .replace("\"C1\", \"label\"", "\"H1\", \"label\"")
                .replace("\"kind\": \"date\"", "\"kind\": \"day\"");
        DefinitionException refused = refused(wrong);
        assertEquals("demo.json", refused.getFile());
        assertTrue(refused.getMessage().startsWith("demo.json is refused: "));
        assertEquals(
                Set.of(
                        "/dimensions/0/choices: \"presense\" is not a choice list of the instrument",
                        "/scales/0/items: \"H9\" is not an item of the instrument",
                        "/items/1: the code \"H1\" is there twice",
                        "/scales/1/items: \"C1\" is not an item of the instrument",
                        "/scales/0/dimension: \"presence\" is not a dimension of the instrument",
                        "/scales/1/dimension: \"presence\" is not a dimension of the instrument",
                        "/fields/2/kind: \"day\" is none of text, coded, number, date"),
                Set.copyOf(refused.getReasons()));
    }

    @Test
    public void shouldRefuseASumWhoseRangeItsItemsDoNotGive() {
        assertFault("\"max\": 6", "\"max\": 40", "/scales/1/max: is 40, but its items give 6");
    }

    @Test
    public void shouldRefuseASumOfADimensionThatCountsNothing() {
        assertFault(
                "\"fr\": \"H\"}, \"dimension\": \"presence\"",
                "\"fr\": \"H\"}, \"dimension\": \"relevance\"",
                "/scales/0/dimension: none of its ratings counts a number");
    }

    @Test
    public void shouldRefuseARuleItDoesNotKnow() {
        assertFault(
                "\"omitted\": \"prorated\"",
                "\"omitted\": \"zero\"",
                "/scales/0/omitted: \"zero\" is none of prorated");
    }

    @Test
    public void shouldRefuseATextMissingInOneOfTheLanguages() {
        assertFault(
                "{\"en\": \"Second\", \"fr\": \"Deuxième\"}",
                "{\"en\": \"Second\"}",
                "/items/1/label: the text in \"fr\" is missing");
    }

    @Test
    public void shouldRefuseAKeyItDoesNotKnow() {
        assertFault("\"static\": true", "\"statik\": true", "/items/0/statik: is unknown here");
    }

    @Test
    public void shouldRefuseAnotherFormat() {
        assertFault("\"format\": 1", "\"format\": 2", "/format: this version of the module reads format 1");
    }

    @Test
    public void shouldRefuseANumberOnWhatIsOmitted() {
        assertFault(
                "\"kind\": \"omitted\"",
                "\"kind\": \"omitted\", \"value\": 0",
                "/choices/presence/values/3/value: what is omitted or does not apply counts in no sum");
    }

    @Test
    public void shouldRefuseAQuestionThatIsNotAmongTheCommonOnes() {
        assertFault("\"context\": {}", "\"setting\": {}", "/asked/setting: is not among the common questions");
    }

    @Test
    public void shouldRefuseACodeThatCannotBeMapped() {
        assertFault(
                "\"code\": \"R1\"",
                "\"code\": \"R 1\"",
                "/items/2/code: \"R 1\" is no code: letters, digits and hyphens, up to 31");
    }

    @Test
    public void shouldRefuseACodeThatMeansTwoThings() {
        assertFault(
                "\"code\": \"opinion\"",
                "\"code\": \"formulation\"",
                "/fields/0: the code \"DEMO.formulation\" is there twice");
    }

    @Test
    public void shouldRefuseADefinitionThatCannotSayWhyItWasAmended() {
        assertFault(
                ", \"amendment\": {}", "", "/asked: \"amendment\" is missing: no assessment can be kept without it");
    }

    @Test
    public void shouldAskAJudgementOncePerContextWhereItSaysSo() {
        Instrument perContext = read(definition.replace(
                "\"fr\": \"avis\"}, \"choices\"", "\"fr\": \"avis\"}, \"perContext\": true, \"choices\""));
        assertEquals(
                List.of("DEMO.opinion.IN", "DEMO.opinion.OUT"),
                perContext.getQuestions().stream()
                        .filter(q -> q.getPart() == Question.Part.JUDGEMENT)
                        .map(Question::getConceptCode)
                        .collect(Collectors.toList()));
        assertEquals(
                "in the community",
                perContext.question("opinion.OUT").get().getQualifier().in(Locale.ENGLISH));
    }

    @Test
    public void shouldRefuseAnOptionThatThereIsNot() {
        assertFault(
                "\"onSubItems\": true",
                "\"onSubItems\": true, \"onSubItemsOption\": \"sub\"",
                "/dimensions/0/onSubItemsOption: \"sub\" is not an option of the instrument");
    }

    @Test
    public void shouldRefuseARuleOnAnAnswerOrADimensionThatThereIsNot() {
        assertFault(
                "\"choices\": [\"N\", \"OMIT\"]",
                "\"choices\": [\"N\", \"NO\"]",
                "/dimensions: \"NO\" is not an answer of the dimension \"presence\"");
        assertFault(
                "\"notAskedWhere\": {\"presence\"",
                "\"notAskedWhere\": {\"absence\"",
                "/dimensions: \"absence\" is not a dimension of the instrument");
    }

    @Test
    public void shouldRefuseAFieldThatGoesWithAQuestionThatThereIsNot() {
        assertFault(
                "\"code\": \"reviewDate\"",
                "\"code\": \"reviewDate\", \"requiredWith\": \"judgement\"",
                "/fields: \"judgement\" is not a question of the instrument");
    }

    @Test
    public void shouldRefuseAnAssessmentThatIsNotNamedByItsDay() {
        assertFault(
                "\"code\": \"formulation\"",
                "\"code\": \"formulation\", \"assessmentOf\": \"SAPROF\"",
                "/fields/0/assessmentOf: an assessment is named by its day: the kind is date");
    }

    @Test
    public void shouldRefuseAnIndexOfAScaleThatThereIsNot() {
        assertFault(
                "\"fields\": [",
                "\"indices\": [{\"code\": \"x\", \"label\": {\"en\": \"x\", \"fr\": \"x\"},"
                        + " \"notice\": {\"en\": \"x\", \"fr\": \"x\"},"
                        + " \"of\": {\"instrument\": \"SAPROF\", \"scale\": \"total\"}, \"minus\": \"sum\"}],"
                        + " \"fields\": [",
                "/indices/0/minus: \"sum\" is not a scale of the instrument");
    }

    @Test
    public void shouldReadWhatTrajectoriesRestOn() {
        Instrument read = read(definition
                .replace("\"choices\": \"presence\"}", "\"choices\": \"presence\", \"higher\": \"risk\"}")
                .replace("\"code\": \"R1\", ", "\"code\": \"R1\", \"carriedBySupport\": true, ")
                .replace(
                        "\"code\": \"total\", ",
                        "\"code\": \"total\", \"fallsWithFreedom\": true, \"looksBack\": true, ")
                .replace("\"code\": \"reviewDate\", ", "\"code\": \"reviewDate\", \"review\": true, ")
                .replace("\"fields\": [", TARGETS + "\"contextOfRatings\": true, \"fields\": ["));
        assertEquals(Dimension.Direction.RISK, read.dimension("presence").get().getHigher());
        assertNull(read.dimension("relevance").get().getHigher());
        assertTrue(read.item("R1").get().isCarriedBySupport());
        assertTrue(read.scale("total").get().isFallsWithFreedom());
        assertTrue(read.scale("total").get().isLooksBack());
        assertTrue(read.question("reviewDate").get().isReview());
        assertTrue(read.isContextOfRatings());
        assertEquals(new TargetRule("presence", Set.of("P", "Y"), "relevance"), read.getTargets());
        assertEquals(
                "R1.OUT.relevance",
                read.relevanceOf(read.question("R1.OUT.presence").get()).get().getCode());
    }

    @Test
    public void shouldRestTrajectoriesOnNothingThatADefinitionDoesNotSay() {
        assertNull(demo.dimension("presence").get().getHigher());
        assertFalse(demo.item("R1").get().isCarriedBySupport());
        assertFalse(demo.scale("total").get().isFallsWithFreedom());
        assertFalse(demo.scale("total").get().isLooksBack());
        assertFalse(demo.question("reviewDate").get().isReview());
        assertFalse(demo.isContextOfRatings());
        assertNull(demo.getTargets());
    }

    @Test
    public void shouldRefuseADirectionThatThereIsNot() {
        assertFault(
                "\"choices\": \"presence\"}",
                "\"choices\": \"presence\", \"higher\": \"danger\"}",
                "/dimensions/0/higher: \"danger\" is none of risk, protection, severity");
    }

    @Test
    public void shouldRefuseFlagsThatAreNeitherTrueNorFalse() {
        assertFault(
                "\"code\": \"R1\", ",
                "\"code\": \"R1\", \"carriedBySupport\": \"yes\", ",
                "/items/2/carriedBySupport: true or false is expected");
        assertFault(
                "\"code\": \"total\", ",
                "\"code\": \"total\", \"looksBack\": 6, ",
                "/scales/1/looksBack: true or false is expected");
    }

    @Test
    public void shouldRefuseTargetsOfWhatThereIsNot() {
        String rule = TARGETS + "\"fields\": [";
        assertFault(
                "\"fields\": [",
                rule.replace("\"dimension\": \"presence\"", "\"dimension\": \"absence\""),
                "/targets: \"absence\" is not a dimension of the instrument");
        assertFault(
                "\"fields\": [",
                rule.replace("\"P\"", "\"Z\""),
                "/targets: \"Z\" is not an answer of the dimension \"presence\"");
        assertFault(
                "\"fields\": [",
                rule.replace("\"relevance\": \"relevance\"", "\"relevance\": \"weight\""),
                "/targets: \"weight\" is not a dimension of the instrument");
        assertFault("\"fields\": [", rule.replace("[\"P\", \"Y\"]", "[]"), "/targets/choices: there are none");
        assertFault("\"fields\": [", rule.replace("\"relevance\":", "\"order\":"), "/targets/order: is unknown here");
    }

    @Test
    public void shouldRefuseAReviewThatIsNoDayOrOneOfTwo() {
        assertFault(
                "\"code\": \"formulation\"",
                "\"code\": \"formulation\", \"review\": true",
                "/fields/0/review: a review has a day: the kind is date");
        assertFault(
                "{\"code\": \"reviewDate\", ",
                "{\"code\": \"other\", \"kind\": \"date\", \"review\": true, \"label\": {\"en\": \"x\", \"fr\": \"x\"}},"
                        + " {\"code\": \"reviewDate\", \"review\": true, ",
                "/fields: one field alone is the day of the next review");
    }

    @Test
    public void shouldRefuseAMarkWhosePurposeThereIsNot() {
        String mark = "\"marks\": [{\"code\": \"key\", \"label\": {\"en\": \"x\", \"fr\": \"x\"},"
                + " \"items\": [\"H1\"], \"purpose\": \"praise\"}], ";
        assertFault("\"fields\": [", mark + "\"fields\": [", "/marks/0/purpose: \"praise\" is none of keep, build");
    }

    @Test
    public void shouldReplaceWhereADimensionIsNotAsked() {
        Instrument local = demo.asUsedWith(Map.of(), Set.of(), Map.of("relevance", Map.of("presence", Set.of("OMIT"))));
        assertEquals(
                Map.of("C1.presence", Set.of("OMIT")),
                local.question("C1.relevance").get().getNotAskedWhere());
        assertEquals(
                Map.of("C1.presence", Set.of("N", "OMIT")),
                demo.question("C1.relevance").get().getNotAskedWhere());
        Instrument always = demo.asUsedWith(Map.of(), Set.of(), Map.of("relevance", Map.of()));
        assertEquals(Map.of(), always.question("C1.relevance").get().getNotAskedWhere());
    }

    @Test
    public void shouldNameTheLineOfWhatIsNoJson() {
        DefinitionException refused = refused(definition.replace("\"code\": \"DEMO\",", "\"code\": \"DEMO\""));
        assertTrue(
                refused.getReasons().get(0), refused.getMessage().startsWith("demo.json is refused: line 4, column "));
    }

    @Test
    public void shouldRefuseAKeyGivenTwice() {
        DefinitionException refused =
                refused(definition.replace("\"code\": \"DEMO\",", "\"code\": \"DEMO\", \"code\": \"DEMO\","));
        assertTrue(refused.getReasons().get(0), refused.getReasons().get(0).contains("Duplicate field 'code'"));
    }

    @Test
    public void shouldReplaceLabelsEverywhereTheyAreSeen() {
        Instrument local = demo.asUsedWith(
                Map.of(
                        "DEMO.C1", new Label(Map.of("fr", "Notre libellé")),
                        "DEMO.presence.P", new Label(Map.of("fr", "en partie"))),
                Set.of(),
                Map.of());
        Question question = local.question("C1.relevance").get();
        assertEquals("Notre libellé", question.getLabel().in(Locale.FRENCH));
        assertEquals("Second", question.getLabel().in(Locale.ENGLISH));
        assertEquals(
                "en partie",
                local.question("H1.a.presence")
                        .get()
                        .choice("P")
                        .get()
                        .getLabel()
                        .in(Locale.FRENCH));
        assertEquals("Deuxième", demo.question("C1.relevance").get().getLabel().in(Locale.FRENCH));
    }

    private String qualifier(String question, Locale locale) {
        return demo.question(question).get().getQualifier().in(locale);
    }

    private void assertFault(String right, String wrong, String fault) {
        assertTrue("the definition has " + right, definition.contains(right));
        List<String> faults = refused(definition.replaceFirst(
                        java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong)))
                .getReasons();
        assertTrue(faults.toString(), faults.contains(fault));
    }

    private static DefinitionException refused(String text) {
        return assertThrows(DefinitionException.class, () -> read(text));
    }

    private static Instrument read(String text) {
        return new DefinitionReader(Definitions.commonQuestions(), Definitions.shipped(), DefinitionCheck.NONE)
                .read("demo.json", text);
    }

    private static String resource(String name) {
        try (InputStream in = DefinitionReaderTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
