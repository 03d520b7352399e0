/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

addStrings({
  en: {
    changeHeading: "What changed, item by item",
    changeTooFew: "There are no two assessments to compare here.",
    changeUsual: "Compared as a rule",
    changeChoose: "Or any two",
    changeFrom: "From",
    changeTo: "to",
    changeSame: "Choose two different assessments.",
    changeBetween: (from, to) => `From ${from} to ${to}`,
    changeItems: "Items rated otherwise",
    changeAlike: "Items rated alike",
    changeRelevanceDiffers: "The relevance differs.",
    changeThen: "Then",
    changeNow: "Now",
    changeMovement: "Which is",
    changeNotRated: "not rated",
    changeRelevance: (relevance) => `relevance: ${relevance}`,
    changeExpected: (words) => `By construction: ${words}.`,
    changeNone: "No item is rated otherwise.",
    changeCount: (movement, n) => `${movement}: ${n}`,
    changeCountSame: (n) => `same rating: ${n}`,
    changeSameItems: (n) => (n === 1 ? "One item is rated alike" : `${n} items are rated alike`),
    changeScales: "What can be said of the scales",
    changeScale: "Scale",
    changeVerdict: "Verdict",
    changeWhy: "Why, and what is to be expected",
    changeSums: "Sums (research values)",
    changeReliability: (source) => `Measurement error: ${source}`,
    changeNoDetectable:
      "“No detectable change” is not “no change”: a difference within the measurement error cannot be told from none.",
    changeResearch: "Sums are research values, without bands or cut-offs, and stand in no report.",
    changeDifference: (from, to, difference) => `${from} → ${to} (${difference})`,
    changeFromTo: (from, to) => `${from} → ${to}`,
  },

  fr: {
    changeHeading: "Ce qui a changé, item par item",
    changeTooFew: "Il n’y a pas ici deux évaluations à comparer.",
    changeUsual: "Comparaisons habituelles",
    changeChoose: "Ou deux évaluations au choix",
    changeFrom: "Du",
    changeTo: "au",
    changeSame: "Choisissez deux évaluations différentes.",
    changeBetween: (from, to) => `Du ${from} au ${to}`,
    changeItems: "Items cotés autrement",
    changeAlike: "Items cotés de même",
    changeRelevanceDiffers: "La pertinence diffère.",
    changeThen: "Avant",
    changeNow: "Après",
    changeMovement: "Sens",
    changeNotRated: "non coté",
    changeRelevance: (relevance) => `pertinence : ${relevance}`,
    changeExpected: (words) => `Par construction : ${words}.`,
    changeNone: "Aucun item n’est coté autrement.",
    changeCount: (movement, n) => `${movement} : ${n}`,
    changeCountSame: (n) => `même cotation : ${n}`,
    changeSameItems: (n) => (n < 2 ? `${n} item coté de même` : `${n} items cotés de même`),
    changeScales: "Ce qui peut être dit des échelles",
    changeScale: "Échelle",
    changeVerdict: "Constat",
    changeWhy: "Pourquoi, et ce qui est attendu",
    changeSums: "Sommes (valeurs de recherche)",
    changeReliability: (source) => `Erreur de mesure : ${source}`,
    changeNoDetectable:
      "« Pas de changement décelable » ne veut pas dire « pas de changement » : une différence inférieure à l’erreur de mesure ne se distingue pas d’une absence de différence.",
    changeResearch: "Les sommes sont des valeurs de recherche, sans seuil, et ne figurent dans aucun rapport.",
    changeDifference: (from, to, difference) => `${from} → ${to} (${difference})`,
    changeFromTo: (from, to) => `${from} → ${to}`,
  },
});
