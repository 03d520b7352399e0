/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.BeforeClass;
import org.junit.Test;

/** How the reports of the invented men read, in both languages, above all where there is little to say or something in the way. */
public class DemoReportsTest {

    private static final Pattern CITED = Pattern.compile("\\[(\\d+)]");

    private static final Pattern SPACED_AS_A_TEXT_IS = Pattern.compile("(?<![\\s\u00a0])[ ][:;?!»]|« ");

    private static DemoReading reading;

    @BeforeClass
    public static void read() throws IOException {
        reading = new DemoReading(LocalDate.of(2026, 11, 25));
    }

    @Test
    public void shouldSayWhatIsBeyondTheErrorAndOnWhatThatRests() {
        reads(
                "INV-167",
                """
                – items cliniques : plus bas, au-delà de l’erreur de mesure – items de gestion du risque en établissement : pas de changement détectable (dans l’erreur de mesure) ;
                à attendre, quoi qu’il ait été fait : des cotations plus basses que la première en détention, dont la fenêtre peut contenir les faits à l’origine de l’incarcération.
                Items cliniques : plus bas, au-delà de l’erreur de mesure ; écart-type 2,89, fidélité 0,88 (illustration et non norme, tirée d’un échantillon publié d’un autre pays : JAAPL, tableaux 2 et 3)
                écart-type 3,02, fidélité 0,87 (illustration
                Non connu, ou à faire : révision HCR-20 V3, fixée au 15 oct. 2026, dépassée.
                HCR-20 V3 : la révision fixée au 15 oct. 2026 (par l’évaluation du 15 juil. 2026) est dépassée.
                04 Stratégies d’adaptation (coping) (1 : en partie présent, facteur cible)
                Facteurs clés, à conserver : 09 Motivation pour le traitement (2 : présent), 12 Traitement médicamenteux (2 : présent) – SAPROF, 15 juil. 2026""",
                """
                – clinical items: lower, beyond measurement error – risk management items in an institution: no detectable change (within measurement error);
                to be expected, whatever was done: ratings lower than the first in custody, whose window may contain the index offence.
                Clinical items: lower, beyond measurement error; SD 2.89, reliability 0.88 (an illustration, not a norm, derived from a published sample of another country: JAAPL, tables 2 and 3)
                SD 3.02, reliability 0.87 (an illustration
                Not known, or to be done: HCR-20 V3 review, set for 15 Oct 2026, overdue.
                HCR-20 V3: the review set for 15 Oct 2026 (by the assessment of 15 Jul 2026) is overdue.
                04 Coping (1: partly present, goal item)
                Key items, to keep: 09 Motivation for treatment (2: present), 12 Medication (2: present) – SAPROF, 15 Jul 2026""");
        reads(
                "INV-159",
                "– items cliniques : plus haut, au-delà de l’erreur de mesure – items de gestion du risque",
                "– clinical items: higher, beyond measurement error – risk management items");
        reads(
                "INV-158",
                """
                7 inchangés – items cliniques, items de gestion du risque en établissement : pas de changement détectable (dans l’erreur de mesure) ;
                Items motivationnels, items externes : non testable ; ce site n’indique pas de fidélité""",
                """
                7 the same – clinical items, risk management items in an institution: no detectable change (within measurement error);
                Motivational items, external items: not testable; this site states no reliability""");
    }

    @Test
    public void shouldSayWhyNothingIsTested() {
        reads(
                "INV-120",
                """
                CAPP du 18 mai 2025 au 16 sept. 2026 : rien n’est comparé, les éditions différant ;
                Les deux ont été faites avec des éditions différentes : rien n’est comparé.""",
                """
                CAPP from 18 May 2025 to 16 Sep 2026: nothing is compared, because the editions differ;
                The two were made with different editions: nothing is compared.""");
        reads(
                "INV-104",
                "rien n’est testé au regard de l’erreur de mesure (l’une repose sur le seul dossier, l’autre non)",
                "nothing is tested against measurement error (one rests on the file alone, the other does not)");
        reads(
                "INV-161",
                """
                7 items vers moins de risque, aucun vers plus de risque, 3 inchangés – rien n’est testé au regard de l’erreur de mesure (l’une est d’un seul cotateur, l’autre un consensus) ;
                la dernière le 17 oct. 2026, en établissement, consensus de cotateurs)""",
                """
                7 items towards less risk, none towards more risk, 3 the same – nothing is tested against measurement error (one is by a single rater, the other a consensus);
                the latest on 17 Oct 2026, in an institution, consensus of raters)""");
        reads(
                "INV-115",
                """
                4 non comparables (C1, C2, R3 en établissement, R5 en établissement), items d’un contexte que l’une des deux ne cote pas, laissés de côté – rien n’est testé au regard de l’erreur de mesure (plus d’items non cotés que ce site n’en a admis) ;
                HCR-20 V3 du 22 août 2026 (H3, H8, H9, C1, R3, R5 non cotés, aucune date de révision fixée) ;
                CAPP du 31 août 2026 (8 items sur 33 non cotés).""",
                """
                4 not comparable (C1, C2, R3 in an institution, R5 in an institution), items left out where only one of the two rates their context – nothing is tested against measurement error (more items are omitted than this site has allowed);
                HCR-20 V3 of 22 Aug 2026 (H3, H8, H9, C1, R3, R5 omitted, no date of review set);
                CAPP of 31 Aug 2026 (8 of 33 items omitted).""");
        reads(
                "INV-157",
                "(ce site n’indique pas de fidélité, une fenêtre de cotation est trop courte)",
                "(this site states no reliability, a rating window is too short)");
        reads(
                "INV-155",
                "CAPP du 26 mars 2025 (la dernière, il y a 19 mois, fenêtre de cotation trop courte).",
                "CAPP of 26 Mar 2025 (the latest, 19 months ago, rating window too short).");
        reads(
                "INV-166",
                """
                HCR-20 V3 (2, la dernière le 10 sept. 2026, en établissement, cotateurs non précisés)
                (le contexte, l’édition, les sources, les cotateurs ou la fenêtre de cotation ne sont pas précisés)
                HCR-20 V3 du 10 sept. 2026 (réponses à vérifier, aucune date de révision fixée) ; SAPROF du 10 sept. 2026 (réponses à vérifier).
                [3] HCR-20 V3, 10 sept. 2026 ; en établissement ; édition non précisée, sources non précisées, cotateurs non précisés ; à vérifier
                1 → pas de réponse nette
                05 Maîtrise de soi (pas de réponse nette)""",
                """
                HCR-20 V3 (2, the latest on 10 Sep 2026, in an institution, raters not stated)
                (setting, edition, sources, raters or rating window are not stated)
                HCR-20 V3 of 10 Sep 2026 (answers to be checked, no date of review set); SAPROF of 10 Sep 2026 (answers to be checked).
                [3] HCR-20 V3, 10 Sep 2026; in an institution; edition not stated, sources not stated, raters not stated; to be checked
                1 → no clear answer
                05 Self-control (no clear answer)""");
        reads(
                "INV-163",
                """
                3 inchangés, items d’un contexte que l’une des deux ne cote pas, laissés de côté – items cliniques : pas de changement détectable (dans l’erreur de mesure) ;
                en milieu libre : non testable ; pas coté les deux fois pour ce contexte
                HCR-20 V3 du 17 oct. 2026 – en milieu libre, priorité du suivi (violence future) : modérée ou accrue, atteinte physique grave : faible""",
                """
                3 the same, items left out where only one of the two rates their context – clinical items: no detectable change (within measurement error);
                in the community: not testable; not rated for this context both times
                HCR-20 V3 of 17 Oct 2026 – in the community, case prioritization (future violence): moderate or elevated, serious physical harm: low""");
        reads(
                "INV-103",
                "1 non comparable (12) – rien n’est testé, le contexte ayant changé",
                "1 not comparable (12) – nothing is tested, because the setting changed");
    }

    @Test
    public void shouldSayOfStaticItemsThatMoreIsKnown() {
        reads(
                "INV-162",
                """
                8 inchangés, 2 items statiques mieux renseignés (H2, H8) – items cliniques
                1 item statique mieux renseigné (02) – rien n’est testé
                absent → présent""",
                """
                8 the same, 2 static items now better known (H2, H8) – clinical items
                1 static item now better known (02) – nothing is tested
                absent → present""");
    }

    @Test
    public void shouldNotLetWhatARelease_OrTheFlatShare_BringsByItselfBeTakenForFailure() {
        reads(
                "INV-102",
                """
                3 vers moins de protection (15, 16, 17), 2 inchangés – rien n’est testé, le contexte ayant changé ;
                ; un gain sur ce que porte l’accompagnement post-carcéral lui-même, tant qu’il dure ; une baisse de la protection externe à la sortie et à la fin de la prise en soin, qui n’est pas un échec.
                Items motivationnels, items externes : descriptif, changement de contexte
                Items cliniques : descriptif, changement de contexte""",
                """
                3 towards less protection (15, 16, 17), 2 the same – nothing is tested, because the setting changed;
                ; a gain in what care after prison carries itself, while it lasts; a fall of external protection at release and at the end of care, which is no failure.
                Motivational items, external items: descriptive, setting changed
                Clinical items: descriptive, setting changed""");
        for (String identifier : new String[] {"INV-140", "INV-146"}) {
            reads(identifier, "en milieu libre (UCTI), un seul cotateur", "in the community (UCTI), one rater");
            reads(identifier, "qui n’est pas un échec.", "which is no failure.");
        }
    }

    @Test
    public void shouldNameInSecondRatingsDraftsAndWhatIsVoidedNothingThatCounts() {
        reads(
                "INV-106",
                "5 évaluations terminées, du 23 déc. 2025 au 24 juil. 2026 : HCR-20 V3 (2,",
                "5 complete assessments, from 23 Dec 2025 to 24 Jul 2026: HCR-20 V3 (2,");
        reads(
                "INV-112",
                "8 évaluations terminées, du 9 oct. 2025 au 19 sept. 2026 : HCR-20 V3 (3,",
                "8 complete assessments, from 9 Oct 2025 to 19 Sep 2026: HCR-20 V3 (3,");
        reads(
                "INV-105",
                """
                SAPROF (2, la dernière le 13 avr. 2026, en établissement, un seul cotateur)
                SAPROF du 13 avr. 2026 (la dernière, il y a 7 mois) ; CAPP du 16 avr. 2026 (la dernière, il y a 7 mois) ; brouillon SAPROF du 24 nov. 2026 à terminer.
                ; brouillon, non compté""",
                """
                SAPROF (2, the latest on 13 Apr 2026, in an institution, one rater)
                SAPROF of 13 Apr 2026 (the latest, 7 months ago); CAPP of 16 Apr 2026 (the latest, 7 months ago); SAPROF draft of 24 Nov 2026 to be completed.
                ; draft, not counted""");
        reads(
                "INV-111",
                "HCR-20 V3 (4, la dernière le 22 août 2026, en établissement, un seul cotateur)",
                "HCR-20 V3 (4, the latest on 22 Aug 2026, in an institution, one rater)");
    }

    @Test
    public void shouldSayThatLittleIsKnownWhereItIs() {
        reads(
                "INV-164",
                """
                Aucune évaluation terminée n’est enregistrée.
                Aucun avis final n’est enregistré.
                Aucun outil n’a d’évaluations terminées à deux dates : rien n’est dit d’un changement.
                Aucun item dynamique de risque n’est coté : ce qui est à travailler n’est pas connu.
                Non connu, ou à faire : aucune évaluation terminée (HCR-20 V3, SAPROF, CAPP).
                Facteurs clés, à conserver : non connus, faute d’évaluation SAPROF terminée
                Aucune évaluation terminée n’est enregistrée : il n’y a rien à comparer.""",
                """
                No complete assessment has been charted.
                No final opinion has been charted.
                No instrument has complete assessments of two days: nothing is said of change.
                No dynamic risk item has been rated: what is to be worked on is not known.
                Not known, or to be done: no complete assessment with HCR-20 V3, SAPROF, CAPP.
                Key items, to keep: not known, there being no complete SAPROF
                No complete assessment has been charted: there is nothing to compare.""");
        reads(
                "INV-110",
                """
                Non connu, ou à faire : aucune évaluation terminée (HCR-20 V3, SAPROF, CAPP) ; brouillon HCR-20 V3 du 17 oct. 2026 à terminer ; brouillon SAPROF du 19 oct. 2026 à terminer ; brouillon CAPP du 23 oct. 2026 à terminer.""",
                """
                Not known, or to be done: no complete assessment with HCR-20 V3, SAPROF, CAPP; HCR-20 V3 draft of 17 Oct 2026 to be completed; SAPROF draft of 19 Oct 2026 to be completed; CAPP draft of 23 Oct 2026 to be completed.""");
        reads(
                "INV-165",
                """
                1 évaluation terminée, le 6 mars 2026 : HCR-20 V3 (1, le 6 mars 2026, en établissement, un seul cotateur), SAPROF (aucune), CAPP (aucune).
                C4 Instabilité (présent, pertinence modérée, relevé depuis le 6 mars 2026)
                , et 2 autres.
                Non connu, ou à faire : aucune évaluation terminée (SAPROF, CAPP) ; HCR-20 V3 du 6 mars 2026 (la dernière, il y a 8 mois, aucune date de révision fixée).
                Une seule date d’évaluation, le 6 mars 2026 : rien à comparer.
                04 Stratégies d’adaptation (coping) (non coté)""",
                """
                1 complete assessment, on 6 Mar 2026: HCR-20 V3 (1, on 6 Mar 2026, in an institution, one rater), SAPROF (none), CAPP (none).
                C4 Instability (present, relevance moderate, found since 6 Mar 2026)
                , and 2 more.
                Not known, or to be done: no complete assessment with SAPROF, CAPP; HCR-20 V3 of 6 Mar 2026 (the latest, 8 months ago, no date of review set).
                Assessed on one day, 6 Mar 2026: there is nothing to compare with.
                04 Coping (not rated)""");
        reads(
                "INV-168",
                """
                aucun item n’est comparable – rien n’est testé au regard de l’erreur de mesure (plus d’items non cotés que ce site n’en a admis).
                Aucun item dynamique de risque n’est coté : ce qui est à travailler n’est pas connu.
                HCR-20 V3 du 24 nov. 2026 (19 items sur 20 non cotés, aucune date de révision fixée) ; SAPROF du 24 nov. 2026 (15 items sur 17 non cotés).
                Facteurs clés, à conserver : aucun relevé (SAPROF du 24 nov. 2026)""",
                """
                no item can be compared – nothing is tested against measurement error (more items are omitted than this site has allowed).
                No dynamic risk item has been rated: what is to be worked on is not known.
                HCR-20 V3 of 24 Nov 2026 (19 of 20 items omitted, no date of review set); SAPROF of 24 Nov 2026 (15 of 17 items omitted).
                Key items, to keep: none marked (SAPROF of 24 Nov 2026)""");
    }

    @Test
    public void shouldSayWhenTheNextReviewIs() {
        reads(
                "INV-117",
                """
                De ce que ce module peut voir, rien ne manque ; HCR-20 V3 à revoir le 17 avr. 2027 ; ce qui n’est pas enregistré ici, il l’ignore.
                HCR-20 V3 : prochaine révision fixée au 17 avr. 2027 (par l’évaluation du 17 oct. 2026).""",
                """
                Of what this module can see, nothing is missing; HCR-20 V3 to be reviewed on 17 Apr 2027; what was not charted here it does not know.
                HCR-20 V3: next review set for 17 Apr 2027 (by the assessment of 17 Oct 2026).""");
        reads(
                "INV-102",
                "HCR-20 V3 : l’évaluation du 15 juil. 2026 ne fixe aucune date de révision.",
                "HCR-20 V3: the assessment of 15 Jul 2026 sets no date of review.");
    }

    /** Of 25 November 2026 the 14th month ago is 21 September 2025, and the 6th 20 May 2026. */
    @Test
    public void shouldDrawThePhasesOfAnEpisodeByItsDays() {
        String drawn = reading.report("INV-101", Locale.ENGLISH);
        for (String bar : List.of(
                "in an institution – 11 May 2024 to 10 Sep 2025",
                "in the community – 11 Sep 2025 to 1 Jun 2026",
                "pre-release – 24 Apr 2025 to 10 Sep 2025",
                "after the end of care – 2 Jun 2026 to 25 Nov 2026")) {
            assertTrue(bar, drawn.contains("<title>" + bar + "</title>"));
        }
        assertFalse("Nothing is hatched", drawn.contains("at some time between"));
        // Of what lies between two episodes nobody has said where he was.
        String twice = reading.report("INV-108", Locale.ENGLISH);
        assertTrue(twice.contains(
                "changed from “in the community” to “in an institution” at some time between 22 Sep 2025 and 14 Oct 2025"));
        assertTrue(twice.contains("hanged from “in an institution” to “in the community” on 17 Mar 2025"));
        assertFalse(twice.contains("to “in an institution” on"));
        // An assessment after the end of care tells where he was then.
        assertTrue(reading.report("INV-113", Locale.ENGLISH).contains("in the community – 30 Dec 2025 to 20 Oct 2026"));
    }

    @Test
    public void shouldTellOfCareWhileItLasts() {
        reads(
                "INV-117",
                """
                Soins engagés : R5 – plan pour les mauvais jours, relu tous les quinze jours (depuis le 13 juil. 2026) ; R3 – entretiens de couple, un par mois (depuis le 20 oct. 2026).
                Aucune action en cours notée pour : C3, C4, C1, C5, R1, R2, R4, 06, 10""",
                """
                Care given: R5 – plan pour les mauvais jours, relu tous les quinze jours (since 13 Jul 2026); R3 – entretiens de couple, un par mois (since 20 Oct 2026).
                No ongoing action charted for: C3, C4, C1, C5, R1, R2, R4, 06, 10""");
        for (String ended : new String[] {"INV-101", "INV-134", "INV-104"}) {
            assertFalse(reading.report(ended, Locale.ENGLISH).contains("No ongoing action"));
        }
    }

    @Test
    public void shouldReadAsATextOfEveryMan_AndListWhatItNames() {
        for (DemoPerson man : reading.people()) {
            String identifier = man.text("identifier");
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                String html = reading.report(identifier, locale);
                String text = text(html);
                String which = identifier + " " + locale;
                for (String odd : List.of("null", "smpr.", "{", "(s)", "  ", " ,", "()", "..")) {
                    assertFalse(which + " has “" + odd + "”: " + text, text.contains(odd));
                }
                if (locale.equals(Locale.FRENCH)) {
                    // What stands in the drawing too.
                    Matcher spaced = SPACED_AS_A_TEXT_IS.matcher(html.replaceFirst("(?s)<style>.*?</style>", ""));
                    assertFalse(which + ": " + text, spaced.find());
                }
                String[] parts = text.split("Sur quoi cela repose|What this rests on");
                Set<String> named = numbers(parts[0]);
                assertTrue(which + " names " + named, parts.length == 1 ? named.isEmpty() : numbers(parts[1]).containsAll(named));
            }
        }
    }

    private static Set<String> numbers(String text) {
        return CITED.matcher(text).results().map(cited -> cited.group(1)).collect(Collectors.toSet());
    }

    /** Holds that the reports have what each line says. */
    private static void reads(String identifier, String french, String english) {
        holds(identifier, Locale.FRENCH, french);
        holds(identifier, Locale.ENGLISH, english);
    }

    private static void holds(String identifier, Locale locale, String lines) {
        String text = text(reading.report(identifier, locale)).replace('\u00a0', ' ');
        lines.lines().forEach(line -> assertTrue(identifier + ": " + line + "\nnot in\n" + text, text.contains(line)));
    }

    /** @return what the page says, an element a line */
    private static String text(String html) {
        return html.replaceAll("(?s)<(style|title|svg)\\b.*?</\\1>", "")
                .replaceAll("</?(strong|span)\\b[^>]*>", "")
                .replaceAll("<[^>]*>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[ ]*\n[\n ]*", "\n");
    }
}
