/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import java.util.Locale;

/**
 * Why a place in a definition or a settings document is refused: a clause about that place, in every language of the
 * module. What is in braces is the number of an argument.
 */
public enum FaultReason {
    NO_JSON("is no JSON from here on: {0}", "n’est plus du JSON à partir d’ici\u00a0: {0}"),
    MISSING("is missing", "manque"),
    UNKNOWN("is unknown here", "est inconnu ici"),
    NO_OBJECT("an object is expected", "un objet est attendu"),
    NO_LIST("a list is expected", "une liste est attendue"),
    NO_TEXT("a text is expected", "un texte est attendu"),
    NO_WHOLE_NUMBER("a whole number is expected", "un nombre entier est attendu"),
    NO_NUMBER("a number is expected", "un nombre est attendu"),
    NO_FLAG("true or false is expected", "true ou false est attendu"),
    NO_DAY("a day is expected, such as 2026-03-31", "un jour est attendu, par exemple 2026-03-31"),
    NONE_OF("\"{0}\" is none of {1}", "«\u00a0{0}\u00a0» n’est pas l’un de {1}"),
    TWICE("\"{0}\" is there twice", "«\u00a0{0}\u00a0» y figure deux fois"),
    EMPTY("there are none", "il n’y en a pas"),
    OTHER_FORMAT("this version of the module reads format {0}", "cette version du module lit le format {0}"),
    NO_LANGUAGE("is none of the languages {0}", "n’est pas l’une des langues {0}"),
    LANGUAGE_MISSING("the text in \"{0}\" is missing", "le texte dans la langue «\u00a0{0}\u00a0» manque"),
    TOO_LONG("has at most {0} letters", "a {0} lettres au plus"),
    LABEL_TOO_LONG("a label has at most {0} letters", "un libellé a {0} lettres au plus"),
    OUT_OF_RANGE("lies from {0} to {1}", "est compris entre {0} et {1}"),
    TOO_SMALL("is {0} or more", "est {0} ou plus"),
    NOT_POSITIVE("is above 0", "est supérieur à 0"),
    NOT_BETWEEN("lies between 0 and 1", "est compris entre 0 et 1, bornes exclues"),

    NO_CODE(
            "\"{0}\" is no code: letters, digits and hyphens, up to 31",
            "«\u00a0{0}\u00a0» n’est pas un code\u00a0: lettres sans accent, chiffres et traits d’union, 31 au plus"),
    NO_PARTED_CODE(
            "\"{0}\" is no code: letters, digits and hyphens, up to 31, parted by dots",
            "«\u00a0{0}\u00a0» n’est pas un code\u00a0: lettres sans accent, chiffres et traits d’union, 31 au plus, séparés par des points"),
    CODE_TWICE("the code \"{0}\" is there twice", "le code «\u00a0{0}\u00a0» y figure deux fois"),
    CODE_OF_QUESTION("the code \"{0}\" is a question too", "le code «\u00a0{0}\u00a0» est aussi celui d’une question"),
    CODE_OF_ANSWER("the code \"{0}\" is an answer too", "le code «\u00a0{0}\u00a0» est aussi celui d’une réponse"),
    CODE_OF_MODULE(
            "\"{0}\" is a code of the module: choose another",
            "«\u00a0{0}\u00a0» est un code du module\u00a0: en choisir un autre"),
    CODE_OF_ANOTHER(
            "another instrument has the code \"{0}\", which differs in small and capital letters alone",
            "un autre instrument a le code «\u00a0{0}\u00a0», qui ne diffère que par les majuscules"),
    NAME_TAKEN(
            "\"{0}\" would be the name of another concept or encounter type of the module too",
            "«\u00a0{0}\u00a0» serait aussi le nom d’un autre concept ou type de rencontre du module"),
    NAME_TOO_LONG(
            "together with what stands before it in the name of a concept, the label has more than {0} letters: \"{1}\"",
            "avec ce qui le précède dans le nom d’un concept, le libellé a plus de {0} lettres\u00a0: «\u00a0{1}\u00a0»"),
    MAPPING_TOO_LONG(
            "the code \"{0}\" has more than {1} letters with those before it",
            "le code «\u00a0{0}\u00a0» a plus de {1} lettres avec ceux qui le précèdent"),

    NO_COMMON_QUESTION("is not among the common questions", "n’est pas l’une des questions communes"),
    NEEDED_QUESTION(
            "\"{0}\" is missing: no assessment can be kept without it",
            "«\u00a0{0}\u00a0» manque\u00a0: aucune évaluation ne peut être conservée sans cela"),
    VALUE_OF_NO_RATING(
            "what is omitted or does not apply counts in no sum",
            "ce qui est omis ou sans objet ne compte dans aucune somme"),
    NOT_MARKABLE(
            "marks need items that are one question each",
            "les marques demandent des items qui ne font qu’une question chacun"),
    STATIC_MARKED(
            "\"{0}\" is static, and the mark is for dynamic items only",
            "«\u00a0{0}\u00a0» est statique, et la marque ne vaut que pour les items dynamiques"),
    COUNTS_NOTHING("none of its ratings counts a number", "aucune de ses cotations n’a de valeur"),
    OTHER_RANGE("is {0}, but its items give {1}", "est {0}, mais ses items donnent {1}"),
    REVIEW_OF_NO_DAY("a review has a day: the kind is date", "une réévaluation a un jour\u00a0: le genre est date"),
    SEVERAL_REVIEWS(
            "one field alone is the day of the next review", "un seul champ est le jour de la prochaine réévaluation"),
    ASSESSMENT_OF_NO_DAY(
            "an assessment is named by its day: the kind is date",
            "une évaluation est désignée par son jour\u00a0: le genre est date"),
    NO_QUESTION(
            "\"{0}\" is not a question of the instrument", "«\u00a0{0}\u00a0» n’est pas une question de l’instrument"),
    NO_QUESTION_OF_RECORD(
            "\"{0}\" is not a question of the record", "«\u00a0{0}\u00a0» n’est pas une question de cet écrit"),
    NO_DIMENSION(
            "\"{0}\" is not a dimension of the instrument",
            "«\u00a0{0}\u00a0» n’est pas une dimension de l’instrument"),
    NO_ANSWER(
            "\"{0}\" is not an answer of the dimension \"{1}\"",
            "«\u00a0{0}\u00a0» n’est pas une réponse de la dimension «\u00a0{1}\u00a0»"),
    NO_SCALE("\"{0}\" is not a scale of the instrument", "«\u00a0{0}\u00a0» n’est pas une échelle de l’instrument"),
    NO_INDEX("\"{0}\" is not an index of the instrument", "«\u00a0{0}\u00a0» n’est pas un indice de l’instrument"),
    NO_ITEM("\"{0}\" is not an item of the instrument", "«\u00a0{0}\u00a0» n’est pas un item de l’instrument"),
    NO_CHOICE_LIST(
            "\"{0}\" is not a choice list of the instrument",
            "«\u00a0{0}\u00a0» n’est pas une liste de réponses de l’instrument"),
    NO_OPTION("\"{0}\" is not an option of the instrument", "«\u00a0{0}\u00a0» n’est pas une option de l’instrument"),

    NO_INSTRUMENT("\"{0}\" is not an instrument of this site", "«\u00a0{0}\u00a0» n’est pas un instrument de ce site"),
    NO_ITEM_OF_ANY(
            "\"{0}\" is not an item of an instrument of this site",
            "«\u00a0{0}\u00a0» n’est pas un item d’un instrument de ce site"),
    NO_LABEL("no instrument has a label of this code", "aucun instrument n’a de libellé sous ce code"),
    TOO_MANY_OMITTED("0 to {0} items can be omitted", "de 0 à {0} items peuvent être omis"),
    NO_WAVE_CODE(
            "1 to {0} letters, digits, points and hyphens",
            "de 1 à {0} lettres sans accent, chiffres, points et traits d’union"),
    WAVE_TWICE("another wave is called \"{0}\" too", "un autre temps d’évaluation s’appelle aussi «\u00a0{0}\u00a0»"),
    NOTHING_DUE("at least one is due", "un instrument au moins est à coter"),
    NO_INSTRUMENT_OF_WAVE(
            "\"{0}\" is not an instrument of this wave",
            "«\u00a0{0}\u00a0» n’est pas un instrument de ce temps d’évaluation"),
    NO_SECOND_RATING("no second ratings are wanted", "aucune seconde cotation n’est demandée"),
    FALLING_MONTHS("months are 1 to {0}, and rise", "les mois vont de 1 à {0}, en ordre croissant"),
    NO_FIRST_PHASE(
            "an episode begins in CUSTODY or PRE-RELEASE: one of them is in use",
            "un épisode commence en CUSTODY ou en PRE-RELEASE\u00a0: l’une des deux est en usage"),
    UCTI_WITHOUT_APC(
            "a place in the flat-share (UCTI) is of post-prison care (APC), which is not in use",
            "une place en UCTI relève de l’APC, qui n’est pas en usage"),
    NOT_IN_USE("\"{0}\" is not in use at this site", "«\u00a0{0}\u00a0» n’est pas en usage sur ce site"),

    NO_HORIZON(
            "a horizon is a number of months from {0} to {1}, or END_OF_CARE",
            "un horizon est un nombre de mois de {0} à {1}, ou END_OF_CARE"),
    NO_HORIZON_OF_PLAN("{0} is none of the plan’s horizons ({1})", "{0} n’est pas l’un des horizons du plan ({1})"),
    NO_WAVE("\"{0}\" is not a wave of this site", "«\u00a0{0}\u00a0» n’est pas un temps d’évaluation de ce site"),
    NO_WAVE_OF_PLAN(
            "\"{0}\" is not among the waves of the plan",
            "«\u00a0{0}\u00a0» n’est pas l’un des temps d’évaluation du plan"),
    WAVES_NOT_IN_ORDER(
            "the waves of the plan stand in the order of the site’s",
            "les temps d’évaluation du plan suivent l’ordre du site"),
    NO_LATER_WAVE("a change leads to a later wave", "une évolution mène à un temps d’évaluation ultérieur"),
    NO_MEASURE(
            "\"{0}\" is nothing that an instrument of this site measures",
            "«\u00a0{0}\u00a0» n’est rien que mesure un instrument de ce site"),
    MEASURE_NEVER_CHANGES(
            "\"{0}\" contains static items, and tells nothing of change",
            "«\u00a0{0}\u00a0» contient des items statiques et ne dit rien d’une évolution"),
    MEASURE_IS_JUDGEMENT(
            "\"{0}\" is a judgement: its change is a table of shifts, with \"judgements\": true",
            "«\u00a0{0}\u00a0» est un jugement\u00a0: son évolution se lit dans un tableau de passage, avec \"judgements\"\u00a0: true"),
    SAME_MEASURE("is the measure that it is added to", "est la mesure à laquelle elle s’ajoute"),
    OTHER_DIRECTION(
            "by its definition more of \"{0}\" says {1}", "d’après sa définition, plus de «\u00a0{0}\u00a0» dit {1}"),
    NOTHING_COMPARED("no measure, and no judgements", "aucune mesure, et pas les jugements"),
    NO_VIOLENCE_DEFINED(
            "the plan names no definition of violence", "le plan ne nomme aucune définition de la violence"),
    ENDS_BEFORE_IT_BEGINS("lies before the first day", "précède le premier jour"),
    SEVERAL_PRIMARY("another survival analysis is primary already", "une autre analyse de survie est déjà principale"),
    ANALYSIS_TWICE("the same analysis is there twice", "la même analyse y figure deux fois"),

    SETTINGS_SPEAK_OF_IT(
            "the settings in force would be refused: {0}", "les réglages en vigueur seraient refusés\u00a0: {0}");

    private final String english;

    private final String french;

    FaultReason(String english, String french) {
        this.english = english;
        this.french = french;
    }

    /** @return the clause in the language of {@code locale}, else in English */
    String in(Locale locale, Object... arguments) {
        String clause = locale.getLanguage().equals("fr") ? french : english;
        for (int i = 0; i < arguments.length; i++) {
            clause = clause.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return clause;
    }
}
