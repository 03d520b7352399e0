/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

addStrings({
  en: {
    overviewTables: "The drawing as tables",
    overviewNoOpinions: "There is no final opinion to show.",
    overviewOpinions: "Final opinions, as charted",
    overviewOpinion: "Opinion",
    overviewPhases: "Phases of care",
    overviewPhase: "Phase",
    overviewFrom: "From",
    overviewTo: "To",
    overviewLasting: "still lasting",
    overviewBreak: "No kept contact for longer than this service allows",
    overviewChanges: "Changes of setting",
    overviewChangedOn: (day, from, to) => `On ${day}: from “${from}” to “${to}”.`,
    overviewChangedBetween: (last, first, from, to) =>
      `Between ${last} and ${first}, on a day that nobody charted: from “${from}” to “${to}”.`,
    overviewInstrument: "Instrument",
    overviewSetting: "Context",
    overviewStanding: "Standing",
  },

  fr: {
    overviewTables: "Le graphique en tableaux",
    overviewNoOpinions: "Il n’y a aucun avis final à afficher.",
    overviewOpinions: "Avis finaux, tels que saisis",
    overviewOpinion: "Avis",
    overviewPhases: "Phases de la prise en soin",
    overviewPhase: "Phase",
    overviewFrom: "Du",
    overviewTo: "Au",
    overviewLasting: "en cours",
    overviewBreak: "Aucun contact honoré depuis plus longtemps que ne le permet le service",
    overviewChanges: "Changements de cadre",
    overviewChangedOn: (day, from, to) => `Le ${day} : de « ${from} » à « ${to} ».`,
    overviewChangedBetween: (last, first, from, to) =>
      `Entre le ${last} et le ${first}, un jour que personne n’a saisi : de « ${from} » à « ${to} ».`,
    overviewInstrument: "Outil",
    overviewSetting: "Contexte",
    overviewStanding: "État",
  },
});
