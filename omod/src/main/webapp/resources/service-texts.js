/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

/** Texts that several pages of the service share. */
addStrings({
  en: {
    takeDay: (day) => `Set the first day to ${day}`,
    nameNotVisible: "name not visible to you",
    moreOptional: "More, all optional",
    notDone: (n) =>
      n === 1 ? "Not recorded: one answer is missing or wrong." : `Not recorded: ${n} answers are missing or wrong.`,
    fieldNamed: (name) => `(${name})`,
    pageFrom: (from, to, of) => `${from} to ${to} of ${of}`,
    pageFromOpen: (from, to) => `${from} to ${to}`,
    pageEarlier: "Previous",
    pageLater: "Next",
    pagesOfList: "Pages of the list",
    noPrivilege: "This page takes a privilege that you do not have. Your administrator can tell you who has it.",
    personWhich: "Person",
    personHint: "Name or identifier, at least three characters; then choose.",
    foundSome: (n) => `More than ${n} people found; the first ${n} are shown.`,
  },

  fr: {
    takeDay: (day) => `Mettre le premier jour au ${day}`,
    nameNotVisible: "nom non accessible",
    moreOptional: "Plus, tout est facultatif",
    notDone: (n) =>
      n === 1
        ? "Non enregistré : une réponse manque ou est incorrecte."
        : `Non enregistré : ${n} réponses manquent ou sont incorrectes.`,
    fieldNamed: (name) => `(${name})`,
    pageFrom: (from, to, of) => `${from} à ${to} sur ${of}`,
    pageFromOpen: (from, to) => `${from} à ${to}`,
    pageEarlier: "Précédent",
    pageLater: "Suivant",
    pagesOfList: "Pages de la liste",
    noPrivilege: "Cette page demande un privilège que vous n’avez pas. Votre administrateur sait qui l’a.",
    personWhich: "Personne",
    personHint: "Nom ou numéro de dossier, au moins trois caractères ; puis choisissez.",
    foundSome: (n) => `Plus de ${n} personnes trouvées ; les ${n} premières sont affichées.`,
  },
});
