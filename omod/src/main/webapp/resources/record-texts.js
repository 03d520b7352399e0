/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

addStrings({
  en: {
    recordNew: { contact: "A contact", action: "An action", relay: "A relay" },
    recordChange: { contact: "Change a contact", action: "Change an action", relay: "Change a relay" },
    recordSaveAs: (outcome) => `Save: ${outcome}`,
    recordSave: "Save",
    recordOther: "Another one",
    recordByMistake: "charted by mistake",
    recordSaved: {
      contact: "The contact is charted.",
      action: "The action is charted.",
      relay: "The relay is charted.",
    },
    recordVoided: "It is voided, with the reason.",
    recordUndo: "Undo",
    recordUndone: "It is undone.",
    recordVoid: { contact: "Void a contact", action: "Void an action", relay: "Void a relay" },
    recordVoidExplained: "It is shown no more. It stays in the record as voided, with the reason.",
    recordVoidConfirm: "Void it",
    recordChart: { contact: "Contact", action: "Action", relay: "Relay" },
    recordChartGroup: "Chart care",
    recordAbout: (item) => `Chart care about ${item}`,
    recordAboutShort: "Chart care…",
  },

  fr: {
    recordNew: { contact: "Un contact", action: "Une action", relay: "Un relais" },
    recordChange: { contact: "Modifier un contact", action: "Modifier une action", relay: "Modifier un relais" },
    recordSaveAs: (outcome) => `Enregistrer : ${outcome}`,
    recordSave: "Enregistrer",
    recordOther: "Un autre",
    recordByMistake: "saisi par erreur",
    recordSaved: { contact: "Le contact est saisi.", action: "L’action est saisie.", relay: "Le relais est saisi." },
    recordVoided: "La saisie est retirée, avec le motif.",
    recordUndo: "Annuler",
    recordUndone: "La saisie est défaite.",
    recordVoid: { contact: "Retirer un contact", action: "Retirer une action", relay: "Retirer un relais" },
    recordVoidExplained: "La saisie n’est plus affichée. Elle reste dans le dossier comme retirée, avec le motif.",
    recordVoidConfirm: "Retirer la saisie",
    recordChart: { contact: "Contact", action: "Action", relay: "Relais" },
    recordChartGroup: "Saisir un soin",
    recordAbout: (item) => `Saisir un soin au sujet de ${item}`,
    recordAboutShort: "Saisir un soin…",
  },
});
