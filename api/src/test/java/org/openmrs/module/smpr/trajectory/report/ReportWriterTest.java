/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.SiteSettingsReader;
import org.openmrs.module.smpr.trajectory.Basis;
import org.openmrs.module.smpr.trajectory.FiledSummary;
import org.openmrs.module.smpr.trajectory.Report;
import org.openmrs.module.smpr.trajectory.TestSeries;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.words.Language;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;

/** What is printed, what it rests on, and what is never printed. */
public class ReportWriterTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)([^>]*)>");

    private final TestSeries man = new TestSeries();

    private TrajectorySearch search = TrajectorySearch.builder().build();

    private FiledSummary filed;

    private FiledSummary notIntact;

    private SiteSettings settings = SiteSettings.NONE;

    @Test
    public void shouldSayWhoseItIsAndThatItIsNoExpertReportOnBothPages() {
        someone();
        String html = html(TestLanguage.FRENCH);
        assertEquals(2, count(html, "Altaïr &lt;Invented&gt;"));
        assertEquals(2, count(html, "INV-1"));
        // And once in the style, for whatever sheet the print takes.
        assertEquals(
                3,
                count(
                        html,
                        "Document de soin couvert par le secret (CSP L. 1110-4). Ne constitue pas une expertise (CSP R. 4127-105)."));
        assertTrue(html.contains("· page 1") && html.contains("· page 2"));
        assertTrue(html.contains("<html lang=\"fr\">"));
    }

    @Test
    public void shouldFetchNothing() {
        someone();
        String html = html(TestLanguage.ENGLISH);
        assertFalse(
                html,
                Pattern.compile("(src|href)=|url\\(|@import|<script")
                        .matcher(html)
                        .find());
    }

    @Test
    public void shouldBeWellFormed() {
        someone();
        int open = 0;
        Matcher tags = TAG.matcher(html(TestLanguage.ENGLISH).replaceFirst("(?s)<style>.*</style>", ""));
        while (tags.find()) {
            if (!tags.group(2).equals("meta") && !tags.group(3).endsWith("/")) {
                open += tags.group(1).isEmpty() ? 1 : -1;
            }
        }
        assertEquals(0, open);
    }

    @Test
    public void shouldMarkWhatNobodyHasValidated() {
        someone();
        assertTrue(html(TestLanguage.FRENCH).contains("rédigé automatiquement, à valider"));
        assertTrue(html(TestLanguage.ENGLISH).contains("written automatically, to be validated"));
    }

    @Test
    public void shouldPrintWhatAClinicianHasValidatedInItsPlaceWithHisNameAndTheDay() {
        someone();
        filed = validated(basis());
        String html = html(TestLanguage.FRENCH);
        assertTrue(html, html.contains("validée par Camille Exemple le 2 mai 2026"));
        assertTrue(html.contains("Il va mieux à l’atelier."));
        assertFalse(html.contains("à valider"));
    }

    @Test
    public void shouldSayWhenWhatAValidatedSummaryRestsOnHasChanged() {
        someone();
        Basis before = basis();
        man.saprof("2026-05-20");
        filed = validated(before);
        String html = html(TestLanguage.FRENCH);
        assertTrue(
                html, html.contains("Ce sur quoi elle repose a changé depuis\u00a0: SAPROF du 20 mai 2026 ajoutée."));
        assertTrue(html.contains("Il va mieux à l’atelier."));
        assertTrue(html.contains("rédigé automatiquement, à valider"));
    }

    @Test
    public void shouldSayWhenTheSiteHasSetSomethingElseSinceASummaryWasValidated() {
        someone();
        filed = validated(basis());
        settings = new SiteSettingsReader(Definitions.shipped())
                .read("a test", "{\"format\": 1, \"instruments\": {\"SAPROF\": {\"omissionLimits\": {\"total\": 2}}}}");
        assertTrue(html(TestLanguage.FRENCH)
                .contains("Ce sur quoi elle repose a changé depuis\u00a0: réglages du site pour SAPROF modifiés."));
        assertTrue(html(TestLanguage.ENGLISH)
                .contains("What this rests on has changed since: settings of the site for SAPROF changed."));
        assertTrue(html(TestLanguage.FRENCH).contains("rédigé automatiquement, à valider"));
    }

    @Test
    public void shouldSayInWhichLanguageAValidatedSummaryIsWhereTheReaderHasAnother() {
        someone();
        filed = validated(basis());
        String english = html(TestLanguage.ENGLISH);
        assertTrue(english, english.contains("It was filed in French, and stands here as it was validated."));
        assertTrue(english, english.contains("<ol lang=\"fr\"><li>Il va mieux à l’atelier.</li>"));

        String french = html(TestLanguage.FRENCH);
        assertTrue(french, french.contains("<ol lang=\"fr\"><li>Il va mieux à l’atelier.</li>"));
        assertFalse(french, french.contains("telle quelle"));

        filed = filed.toBuilder()
                .language("en")
                .sentences(List.of("He is better at work."))
                .build();
        french = html(TestLanguage.FRENCH);
        assertTrue(french, french.contains("Elle a été validée en anglais et figure ici telle quelle."));
        assertTrue(french, french.contains("<ol lang=\"en\"><li>He is better at work.</li>"));
    }

    @Test
    public void shouldSayThatASummaryIsNotShownWhoseRecordIsNotWhatWasValidated() {
        someone();
        filed = validated(basis());
        assertFalse(html(TestLanguage.FRENCH).contains("n’est pas montrée"));
        notIntact = validated(basis()).toBuilder()
                .sentences(Collections.emptyList())
                .intact(false)
                .build();
        String html = html(TestLanguage.FRENCH);
        assertTrue(
                html,
                html.contains(
                        "Une synthèse datée du 2 mai 2026 n’est pas montrée\u00a0: son enregistrement n’est pas ce qui a été validé."));
        assertTrue(html.contains("Il va mieux à l’atelier."));

        filed = null;
        assertTrue(html(TestLanguage.ENGLISH)
                .contains("A summary dated 2 May 2026 is not shown: the record of it is not what was validated."));
        assertTrue(html(TestLanguage.ENGLISH).contains("written automatically, to be validated"));
    }

    @Test
    public void shouldNumberTheAssessmentsThatEachSentenceRestsOn() {
        someone();
        String html = html(TestLanguage.ENGLISH);
        assertTrue(html, html.contains("<span class=\"source\">[1–4]</span>"));
        assertTrue(html, html.contains("[1] HCR-20 V3, 1 Jun 2025"));
        assertTrue(html, html.contains("[4] SAPROF, 2 May 2026"));
    }

    @Test
    public void shouldSayOfEachScaleWhatCanBeSaidAndWithWhatMeasurementError() {
        man.reliability(TestInstruments.HCR20V3, "C", 2.89, 0.88);
        man.hcr20("2025-06-01").scale("C", "YYYYY");
        man.hcr20("2026-05-01").scale("C", "PPPNN");
        // From 10 to 3: beyond 1.96 × √2 × 2.89 × √(1 − 0.88) = 2.8.
        String html = html(TestLanguage.ENGLISH);
        assertTrue(
                html,
                html.contains(
                        "Clinical items: lower, beyond measurement error; SD 2.89, reliability 0.88 (an illustration)"));
        assertFalse("a sum", html.contains(">10<") || html.contains("-7") || html.contains("−7"));
    }

    @Test
    public void shouldLeaveOutStaticItemsUnlessReinformed() {
        man.hcr20("2025-06-01").rated("H9", "N");
        man.hcr20("2026-05-01").rated("H9", "Y");
        String html = html(TestLanguage.ENGLISH);
        assertTrue(html, html.contains("H9 Violent attitudes"));
        assertTrue(html, html.contains("better known"));
        assertFalse(html, html.contains("H1 Violence"));
    }

    @Test
    public void shouldSayWhyScalesWithStaticItemsAreNotTested() {
        man.reliability(TestInstruments.HCR20V3, "H", 2.89, 0.88);
        someone();
        String english = html(TestLanguage.ENGLISH);
        assertTrue(
                english,
                english.contains(
                        "<li>Historical items, all items – in an institution: not testable; with static items, which are not tested for change</li>"));
        String french = html(TestLanguage.FRENCH);
        assertTrue(
                french,
                french.contains(
                        "<li>Items internes, ensemble des items\u00a0: non testable\u00a0; avec des items statiques, qui ne sont pas testés pour le changement</li>"));
    }

    @Test
    public void shouldSayOfAScaleWithStaticItemsNothingElseThatStandsInTheWay() {
        man.hcr20("2025-06-01").rated("H9", "N");
        man.hcr20("2026-05-01").rated("H9", "Y").outside();
        String html = html(TestLanguage.ENGLISH);
        assertTrue(
                html,
                html.contains(
                        "<li>Historical items, all items – in an institution, all items – in the community: not testable; with static items, which are not tested for change</li>"));
    }

    @Test
    public void shouldSayItOnceOfAnInstrumentOfWhichTwoComparisonsAreTold() {
        man.saprof("2025-06-02");
        man.saprof("2025-12-02").outside();
        man.saprof("2026-05-02").outside();
        String html = html(TestLanguage.ENGLISH);
        assertEquals(2, count(html, "External items: ") + count(html, "external items: "));
        assertEquals(1, count(html, "with static items"));
    }

    @Test
    public void shouldShowWhatMovedTowardsMoreRiskWhereThereIsNoRoomForAll_AndNameTheRest() {
        TestSeries.Charted before = man.hcr20("2025-06-01");
        TestSeries.Charted after = man.hcr20("2026-05-01");
        for (String less : "H1 H2 H3 H4 H5 H6 H7 H8 H9 H10".split(" ")) {
            after.rated(less, "N");
        }
        before.rated("C1", "OMIT");
        for (String less : "C2 C3 C4".split(" ")) {
            after.rated(less, "N");
        }
        for (String more : "C5 R1 R2".split(" ")) {
            after.rated(more, "Y");
        }
        String html = html(TestLanguage.ENGLISH);
        String table = html.replaceFirst("(?s).*<table class=\"ratings\">(.*?)</table>.*", "$1");
        assertEquals(12, count(table, "<th scope=\"row\">"));
        assertTrue(table, table.indexOf("C2 ") < table.indexOf("C5 ") && table.indexOf("C5 ") < table.indexOf("R2 "));
        assertTrue(
                html,
                html.contains("5 more are not in the table: H7, H8, H9, H10 (better known); C1 (not comparable)."));
        assertTrue(html(TestLanguage.FRENCH).contains("5 autres ne sont pas dans le tableau\u00a0: H7, H8"));
    }

    @Test
    public void shouldNameTheTargetsForWhichTheTableHasNoRoom() {
        man.hcr20("2026-05-01").relevance("C4", "LOW").relevance("R1", "LOW").relevance("R2", "LOW");
        String html = html(TestLanguage.ENGLISH);
        String table = html.replaceFirst("(?s).*<table class=\"targets\">(.*?)</table>.*", "$1");
        assertEquals(7, count(table, "<th scope=\"row\">"));
        assertTrue(html, html.contains("<p class=\"others\">And 3 more: C4 Instability, R1 "));
        assertTrue(html(TestLanguage.FRENCH).contains("<p class=\"others\">Et 3 autres\u00a0: C4 Instabilité, R1 "));
    }

    @Test
    public void shouldSayWhereTheTwoThatAreComparedWereChosen() {
        String first = man.hcr20("2025-06-01").uuid();
        String second = man.hcr20("2025-12-01").uuid();
        man.hcr20("2026-05-01");
        man.saprof("2025-06-02");
        man.saprof("2026-05-02");
        assertFalse(html(TestLanguage.ENGLISH).contains("chosen"));
        search = TrajectorySearch.builder().compare(List.of(first, second)).build();
        String english = html(TestLanguage.ENGLISH);
        assertEquals(1, count(english, "These two were chosen by whoever asked for this report."));
        assertTrue(english, english.contains("HCR-20 V3 from 1 Jun 2025 to 1 Dec 2025, the two that were chosen: "));
        assertTrue(english.contains("SAPROF from 2 Jun 2025 to 2 May 2026: "));
        assertTrue(html(TestLanguage.FRENCH)
                .contains("Ces deux-là ont été choisies par la personne qui a demandé ce rapport."));
    }

    @Test
    public void shouldShowTargetsWithWhatMayProtectInTheSameFieldAndFromWhereThatIs() {
        someone();
        String html = html(TestLanguage.ENGLISH);
        assertTrue(html, html.contains("C1 Insight"));
        assertTrue(html, html.contains("09 Motivation for treatment (1: partly present)"));
        assertTrue(html, html.contains("This is a suggestion of the module, from no manual"));
        assertTrue(html, html.contains("Key items, to keep"));
    }

    @Test
    public void shouldReadRightOfAManOfWhomNothingIsCharted() {
        String html = html(TestLanguage.FRENCH);
        assertTrue(html, html.contains("Aucune évaluation terminée n’est enregistrée."));
        assertTrue(html, html.contains("Aucun item dynamique de risque"));
        assertFalse(html, html.contains("null"));
    }

    private void someone() {
        man.hcr20("2025-06-01").rated("C1", "Y").relevance("C1", "HIGH");
        man.saprof("2025-06-02");
        man.hcr20("2026-05-01").rated("C1", "Y").relevance("C1", "HIGH");
        man.saprof("2026-05-02");
    }

    private Basis basis() {
        return Basis.of(man.assessments(), settings, TestSeries.ZONE);
    }

    private FiledSummary validated(Basis basis) {
        return FiledSummary.builder()
                .uuid("filed")
                .date(man.assessments().get(3).getDate())
                .validator(new Reference("provider", "Camille Exemple"))
                .language("fr")
                .sentences(List.of("Il va mieux à l’atelier."))
                .basis(basis)
                .intact(true)
                .changedSince(Collections.emptyList())
                .build();
    }

    private String html(Language language) {
        Trajectory trajectory = man.trajectory(search, false);
        if (filed != null) {
            trajectory = trajectory.withFiled(filed.toBuilder()
                    .changedSince(filed.getBasis().changesTo(basis(), Definitions.shipped()))
                    .build());
        }
        return new ReportWriter(language)
                .html(Report.builder()
                        .trajectory(trajectory.withFiledNotIntact(notIntact))
                        .name("Altaïr <Invented>")
                        .identifier("INV-1")
                        .birthdate(man.trajectory().getAsOf())
                        .readBy("Camille Exemple")
                        .build());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
