/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

addStrings({
  en: {
    targetsHeading: "To work on now",
    targetsNone: "No item stands to be worked on, as far as the latest assessments say.",
    targetsBasis: "As rated in",
    targetsRatedBy: (instrument, day) => `${instrument} of ${day}`,
    targetsReserved: (reasons) => `Protection since the one before is not compared like with like: ${reasons}.`,
    targetsItem: "Risk item, the most relevant first",
    targetsProtects: "Protection in the same field of life",
    targetsCare: "Care given",
    targetsRelevance: (relevance) => `relevance ${relevance}`,
    targetsSince: (day, times) => `found since ${day}${times > 1 ? ` (${times} ratings)` : ""}.`,
    targetsNotRated: (times) => (times === 1 ? "Once not rated in between." : `${times} times not rated in between.`),
    targetsSinceLast: (words) => `Since the one before: ${words}.`,
    targetsBut: (reasons) => `Not like with like: ${reasons}.`,
    targetsNoneBeside: "none is named",
    targetsCarried: "care acts on it directly: part of a gain is there while care lasts",
    targetsFrom: (day) => `from ${day}`,
    targetsNoCare: "No care is charted about it.",
    targetsNotRatedNow: "Not rated in the latest: was there before, not known now",
    targetsLastRated: (words, day) => `${words} (${day})`,
    targetsKeep: "Key items: to keep",
    targetsBuild: "Goal items: to build",
  },

  fr: {
    targetsHeading: "À travailler maintenant",
    targetsNone: "Aucun facteur à travailler, d’après les dernières évaluations.",
    targetsBasis: "D’après",
    targetsRatedBy: (instrument, day) => `${instrument} du ${day}`,
    targetsReserved: (reasons) => `Protection depuis la précédente, comparaison sous réserve : ${reasons}.`,
    targetsItem: "Facteur de risque, le plus pertinent d’abord",
    targetsProtects: "Protection dans le même domaine de vie",
    targetsCare: "Soins apportés",
    targetsRelevance: (relevance) => `pertinence ${relevance}`,
    targetsSince: (day, times) => `relevé depuis le ${day}${times > 1 ? ` (${times} cotations)` : ""}.`,
    targetsNotRated: (times) =>
      times === 1 ? "Non coté une fois entre-temps." : `Non coté ${times} fois entre-temps.`,
    targetsSinceLast: (words) => `Depuis la précédente : ${words}.`,
    targetsBut: (reasons) => `Comparaison sous réserve : ${reasons}.`,
    targetsNoneBeside: "aucune n’est désignée",
    targetsCarried: "le soin agit directement dessus : une part du gain dure le temps du soin",
    targetsFrom: (day) => `à partir du ${day}`,
    targetsNoCare: "Aucun soin saisi à ce sujet.",
    targetsNotRatedNow: "Non coté dans la dernière évaluation : présent auparavant, non connu aujourd’hui",
    targetsLastRated: (words, day) => `${words} (${day})`,
    targetsKeep: "Facteurs clés : à conserver",
    targetsBuild: "Facteurs cibles : à construire",
  },
});
