/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

/** Texts of the settings page. */
addStrings({
  en: {
    settings: "Settings of this site",
    settingsAccepted: (moment, who, source) => `The document in force was accepted on ${moment} by ${who} (${source}).`,
    settingsMoment: (day, time) => `${day}, ${time}`,
    settingsByServer: "the server, from its file",
    settingsNone: "No document was accepted yet: what has no rule or suggestion of the module is not set.",
    settingsOlder:
      "This server does not list its values yet, and takes a document from its file alone: configuration/smpr/site.json in its application data folder.",
    settingsValues: "What is in force",
    settingsExplained:
      "Each value with where it comes from. What is not set has no default: the module then says nothing, rather than something a site has not decided.",
    settingsWhat: "What",
    settingsValue: "Value",
    settingsOrigin: "Where it comes from",
    settingsSince: "Since",
    settingsBy: "Accepted by",
    settingsByWhom: (who) => `by ${who}`,
    settingsSource: "Source",
    settingsInForce: "in force",
    settingsOfSite: "settings of the site",
    settingsOfInstrument: (code) => `definition of the instrument ${code}`,
    settingsDocuments: "Every document accepted so far",
    settingsTake: "Take into the editor",

    settingsNew: "A new document",
    settingsToEditor: "To a new document",
    settingsNewExplained:
      "Nothing changes until it was checked and accepted. A faulty document is refused whole, and what is in force stays in force.",
    settingsKind: "What it is",
    settingsKinds: { SETTINGS: "Settings of the site", INSTRUMENT: "Definition of an instrument" },
    settingsBegin: "Begin with what is in force",
    settingsFile: "or load a file:",
    settingsText: "Document (JSON)",
    settingsTextHint: "The Tab key leaves the field, as everywhere.",
    settingsCheck: "Check",
    settingsResult: "Result of the check",
    settingsFaults: (n) =>
      n === 1 ? "One fault: it cannot be accepted so." : `${n} faults: it cannot be accepted so.`,
    settingsLine: (line, column) => `Line ${line}, column ${column}`,
    settingsLineSays: "The line says:",
    settingsGood: "No fault was found.",
    settingsChanges: (n) => (n === 1 ? "One value would change" : `${n} values would change`),
    settingsNoChange: "Nothing would be other than it is now.",
    settingsBefore: "Now",
    settingsAfter: "Then",
    settingsNotSet: "not set",
    settingsAccept: "Accept: put it in force",
    settingsAcceptHint: "It then holds for every server on this database.",
    settingsNowInForce: (n) =>
      n === 0
        ? "The document is accepted; no value changed."
        : n === 1
          ? "The document is in force; one value changed."
          : `The document is in force; ${n} values changed.`,
  },

  fr: {
    settings: "Réglages du site",
    settingsAccepted: (moment, who, source) =>
      `Le document en vigueur a été accepté le ${moment} par ${who} (${source}).`,
    settingsMoment: (day, time) => `${day} à ${time}`,
    settingsByServer: "le serveur, depuis son fichier",
    settingsNone:
      "Aucun document n’a encore été accepté : ce qui n’a ni règle ni proposition du module n’est pas réglé.",
    settingsOlder:
      "Ce serveur ne donne pas encore la liste de ses valeurs, et ne lit de document que dans son fichier : configuration/smpr/site.json dans son dossier de données.",
    settingsValues: "Ce qui est en vigueur",
    settingsExplained:
      "Chaque valeur avec son origine. Ce qui n’est pas réglé n’a pas de valeur par défaut : le module ne dit alors rien, plutôt que ce que le site n’a pas décidé.",
    settingsWhat: "Quoi",
    settingsValue: "Valeur",
    settingsOrigin: "Origine",
    settingsSince: "Depuis",
    settingsBy: "Accepté par",
    settingsByWhom: (who) => `par ${who}`,
    settingsSource: "Source",
    settingsInForce: "en vigueur",
    settingsOfSite: "réglages du site",
    settingsOfInstrument: (code) => `définition de l’outil ${code}`,
    settingsDocuments: "Tous les documents acceptés à ce jour",
    settingsTake: "Reprendre dans l’éditeur",

    settingsNew: "Un nouveau document",
    settingsToEditor: "Aller à un nouveau document",
    settingsNewExplained:
      "Rien ne change avant qu’il soit vérifié et accepté. Un document fautif est refusé en entier, et ce qui est en vigueur le reste.",
    settingsKind: "De quoi il s’agit",
    settingsKinds: { SETTINGS: "Réglages du site", INSTRUMENT: "Définition d’un outil" },
    settingsBegin: "Partir de ce qui est en vigueur",
    settingsFile: "ou charger un fichier :",
    settingsText: "Document (JSON)",
    settingsTextHint: "La touche Tab quitte le champ, comme partout.",
    settingsCheck: "Vérifier",
    settingsResult: "Résultat de la vérification",
    settingsFaults: (n) =>
      n === 1 ? "Une faute : il ne peut être accepté ainsi." : `${n} fautes : il ne peut être accepté ainsi.`,
    settingsLine: (line, column) => `Ligne ${line}, colonne ${column}`,
    settingsLineSays: "La ligne dit :",
    settingsGood: "Aucune faute n’a été trouvée.",
    settingsChanges: (n) => (n === 1 ? "Une valeur changerait" : `${n} valeurs changeraient`),
    settingsNoChange: "Rien ne serait autre que maintenant.",
    settingsBefore: "Maintenant",
    settingsAfter: "Ensuite",
    settingsNotSet: "non réglé",
    settingsAccept: "Accepter : mettre en vigueur",
    settingsAcceptHint: "Il vaut alors pour tous les serveurs de cette base de données.",
    settingsNowInForce: (n) =>
      n === 0
        ? "Le document est accepté ; aucune valeur n’a changé."
        : n === 1
          ? "Le document est en vigueur ; une valeur a changé."
          : `Le document est en vigueur ; ${n} valeurs ont changé.`,
  },
});
