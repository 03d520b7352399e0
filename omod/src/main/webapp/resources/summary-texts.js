/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

addStrings({
  en: {
    summaryHeading: "In words",
    summaryNoneFiled: "No clinician has validated a summary of this trajectory yet.",
    summaryNotIntact: "Its words are not shown as validated.",
    summaryFiled: (day, time, by) => `Validated on ${day} at ${time} by ${by}.`,
    summaryEdited: "In the clinician’s own words.",
    summaryAsWritten: "As it was written automatically.",
    summaryLanguage: (name) => `Filed in another language (${name}).`,
    summaryChanged: "The record has changed since:",
    summaryAutomatic: "Automatic summary",
    summaryFileAsIs: "Validate and file as it is",
    summaryEdit: "Edit, then file…",
    summaryEditHint: "The summary in your words, a sentence a line. You validate it, and answer for it.",
    summaryFile: "Validate and file",
    summaryMeanwhile:
      "The record has changed since you opened this page: nothing was filed. Open the page again, and read it anew.",
    summaryIsFiled: "The summary is filed.",
  },

  fr: {
    summaryHeading: "En mots",
    summaryNoneFiled: "Aucun clinicien n’a encore validé de synthèse de cette trajectoire.",
    summaryNotIntact: "Ses mots ne sont pas montrés comme validés.",
    summaryFiled: (day, time, by) => `Validée le ${day} à ${time} par ${by}.`,
    summaryEdited: "Rédigée par le clinicien.",
    summaryAsWritten: "Telle qu’elle a été rédigée automatiquement.",
    summaryLanguage: (name) => `Versée au dossier dans une autre langue (${name}).`,
    summaryChanged: "Le dossier a changé depuis :",
    summaryAutomatic: "Synthèse automatique",
    summaryFileAsIs: "Valider et verser telle quelle",
    summaryEdit: "Modifier, puis verser…",
    summaryEditHint: "La synthèse dans vos mots, une phrase par ligne. Vous la validez, et en répondez.",
    summaryFile: "Valider et verser au dossier",
    summaryMeanwhile:
      "Le dossier a changé depuis l’ouverture de cette page : rien n’est versé. Rouvrez la page, et relisez.",
    summaryIsFiled: "La synthèse est versée au dossier.",
  },
});
