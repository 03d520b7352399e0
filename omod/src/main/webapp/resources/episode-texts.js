/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

addStrings({
  en: {
    episodeStepsGroup: "Chart the pathway",
    episodeSteps: {
      begin: "Begin an episode of care",
      entry: "Entry",
      release: "Release and phase",
      extension: "Extension",
      inCharge: "In charge",
      end: "End of care",
      reopen: "Take the end away",
    },
    episodeSaved: {
      begin: "The episode of care has begun.",
      entry: "The entry is charted.",
      release: "The release and the phase are charted.",
      extension: "The extension is charted.",
      inCharge: "Who is in charge is charted.",
      end: "The end of care is charted.",
      reopen: "The end is taken away: the episode goes on.",
    },
    episodeBegun: "First day of the episode",
    episodeEnded: "Last day of care",
    episodePhase: "Phase",
    episodePhaseFrom: "in this phase from",
    episodeInCharge: "Who follows him",
    episodeInChargeFrom: "from",
    episodeWithdraw: { release: "The release fell through: take it away", extension: "Take the extension away" },
    episodeReopen: "The end was charted by mistake: take it away",
    episodeCharted: "What is charted of this episode",
    episodeParts: { entry: "At entry", release: "Release", extension: "Extension", end: "End of care" },
  },

  fr: {
    episodeStepsGroup: "Saisir le parcours",
    episodeSteps: {
      begin: "Commencer un épisode de soin",
      entry: "Entrée",
      release: "Sortie et phase",
      extension: "Prolongation",
      inCharge: "Référent",
      end: "Fin de la prise en soin",
      reopen: "Retirer la fin",
    },
    episodeSaved: {
      begin: "L’épisode de soin est commencé.",
      entry: "L’entrée est saisie.",
      release: "La sortie et la phase sont saisies.",
      extension: "La prolongation est saisie.",
      inCharge: "Le référent est saisi.",
      end: "La fin de la prise en soin est saisie.",
      reopen: "La fin est retirée : l’épisode continue.",
    },
    episodeBegun: "Premier jour de l’épisode",
    episodeEnded: "Dernier jour de la prise en soin",
    episodePhase: "Phase",
    episodePhaseFrom: "dans cette phase depuis le",
    episodeInCharge: "Qui le suit",
    episodeInChargeFrom: "à partir du",
    episodeWithdraw: { release: "La sortie n’a pas lieu : la retirer", extension: "Retirer la prolongation" },
    episodeReopen: "La fin a été saisie par erreur : la retirer",
    episodeCharted: "Ce qui est saisi de cet épisode",
    episodeParts: { entry: "À l’entrée", release: "Sortie", extension: "Prolongation", end: "Fin de la prise en soin" },
  },
});
