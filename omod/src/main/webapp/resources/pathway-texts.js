/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

addStrings({
  en: {
    pathwayHeading: "Care pathway",
    pathwayNotVisible: "The pathway of care is not visible to you.",
    pathwayNone: "No episode of care is charted.",
    pathwaySince: (day) => `since ${day}`,
    pathwayEnded: "ended",
    pathwayBegun: "In care since",
    pathwayReleased: "Left the building on",
    pathwayPlannedRelease: "Planned release",
    pathwayPlannedEnd: "Planned end of care",
    pathwayNotDated: "not known",
    pathwayInCharge: "In charge",
    pathwayNobody: "nobody is charted",
    pathwayLastContact: "Last kept contact",
    pathwayDaysAgo: (days) => (days === 0 ? "(today)" : days === 1 ? "(1 day ago)" : `(${days} days ago)`),
    pathwayNoContact: "none charted",
    pathwayEarlier: (n) => (n === 1 ? "One earlier episode" : `${n} earlier episodes`),
    pathwayKinds: { contact: "Contacts", action: "Actions", relay: "Relays" },
    pathwayCount: (n) => ` (${n})`,
    pathwayNoneOfKind: "None is charted.",
    pathwayMore: (n) => `${n} earlier`,
    pathwayWhat: "What",
    pathwayBy: "By",
    pathwayChange: "Change",
    pathwayOf: (day) => `of ${day}`,
  },

  fr: {
    pathwayHeading: "Parcours de soin",
    pathwayNotVisible: "Le parcours de soin ne vous est pas accessible.",
    pathwayNone: "Aucun épisode de soin n’est saisi.",
    pathwaySince: (day) => `depuis le ${day}`,
    pathwayEnded: "terminé",
    pathwayBegun: "Suivi depuis le",
    pathwayReleased: "Sorti le",
    pathwayPlannedRelease: "Sortie prévue",
    pathwayPlannedEnd: "Fin prévue de l’accompagnement",
    pathwayNotDated: "non connue",
    pathwayInCharge: "Référent",
    pathwayNobody: "personne n’est saisi",
    pathwayLastContact: "Dernier contact honoré",
    pathwayDaysAgo: (days) =>
      days === 0 ? "(aujourd’hui)" : days === 1 ? "(il y a 1 jour)" : `(il y a ${days} jours)`,
    pathwayNoContact: "aucun n’est saisi",
    pathwayEarlier: (n) => (n === 1 ? "Un épisode antérieur" : `${n} épisodes antérieurs`),
    pathwayKinds: { contact: "Contacts", action: "Actions", relay: "Relais" },
    pathwayCount: (n) => ` (${n})`,
    pathwayNoneOfKind: "Rien n’est saisi.",
    pathwayMore: (n) => (n === 1 ? "Un plus ancien" : `${n} plus anciens`),
    pathwayWhat: "Quoi",
    pathwayBy: "Par",
    pathwayChange: "Modifier",
    pathwayOf: (day) => `du ${day}`,
  },
});
