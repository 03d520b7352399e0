/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

/** Texts of the worklist, and of the contacts charted from it. */
addStrings({
  en: {
    worklist: "Worklist",
    worklistExplained: (day) => `What is due in the service on ${day}, the longest overdue first.`,
    worklistQuick: "What to show",
    quickAll: "Everything",
    quickLeaving: "Leave within 7 days",
    quickUnseen: "Not seen (breaks in care)",
    quickMine: "In my charge",
    worklistOverdue: "Overdue",
    worklistDue: "Due",
    worklistFilters: "Choose by kind, phase, clinician in charge and dates",
    worklistFilter: {
      kind: "What is due",
      status: "Status",
      phase: "Phase of care",
      inCharge: "Clinician in charge",
      from: "Due from",
      to: "Due until",
    },
    worklistAny: "any",
    nothingDue: "Nothing is due that fits this choice.",
    nobodyUnseen:
      "No break in care is known. Breaks are counted where the site has set after how many days without a kept contact there is one.",
    countsOf: (overdue, due) => `${overdue} overdue, ${due} due`,
    phaseNone: "phase not stated",
    inChargeIs: (name) => `in charge: ${name}`,
    inChargeNone: "nobody stated in charge",
    brokenSince: (day, days) =>
      `break in care since ${day}${days > 0 ? ` (${days} ${days === 1 ? "day" : "days"})` : ""}`,
    overdueFor: (day, days) => `was due on ${day}, overdue for ${days} ${days === 1 ? "day" : "days"}`,
    dueSince: (day, until) => `was due on ${day}, on time until ${until}`,
    dueIn: (day, days) => `due on ${day}, ${days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`}`,
    plannedPast: (day, days) =>
      `planned for ${day}, which is ${days} ${days === 1 ? "day" : "days"} ago, and nothing charted since`,
    plannedOn: (day, days) =>
      `planned for ${day}, ${days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`}`,
    windowOf: (from, to) => `window from ${from} to ${to}`,

    contactRecord: "Contact…",
    contactWith: (name) => `Contact with ${name}`,
    contactDay: "Day",
    contactDayOther: "another day",
    contactDate: "Which day",
    contactNoteHint: "For example where he was found, and how.",
    contactRecorded: (outcome, day) => `Contact recorded: ${outcome}, ${day}.`,
    actionAdd: "Record what was done…",
    actionWith: (name) => `What was done with ${name}`,
    actionHint: "At least one item of the one or of the other kind.",
    actionSave: "Record",
    actionRecorded: "What was done is recorded.",
    dayToday: "today",
    dayYesterday: "yesterday",
  },

  fr: {
    worklist: "À faire",
    worklistExplained: (day) => `Ce qui est à faire dans le service au ${day}, les plus longs retards d’abord.`,
    worklistQuick: "Que montrer",
    quickAll: "Tout",
    quickLeaving: "Sortent dans les 7 jours",
    quickUnseen: "Non vus (ruptures de suivi)",
    quickMine: "Dont je suis référent",
    worklistOverdue: "En retard",
    worklistDue: "À faire",
    worklistFilters: "Choisir par nature, phase, référent et dates",
    worklistFilter: {
      kind: "Ce qui est à faire",
      status: "État",
      phase: "Phase du suivi",
      inCharge: "Référent",
      from: "Échéance à partir du",
      to: "Échéance jusqu’au",
    },
    worklistAny: "tous",
    nothingDue: "Rien n’est à faire pour ce choix.",
    nobodyUnseen:
      "Aucune rupture de suivi connue. Les ruptures sont comptées si le site a fixé après combien de jours sans contact honoré il y en a une.",
    countsOf: (overdue, due) => `${overdue} en retard, ${due} à faire`,
    phaseNone: "phase non précisée",
    inChargeIs: (name) => `référent : ${name}`,
    inChargeNone: "référent non précisé",
    brokenSince: (day, days) =>
      `rupture de suivi depuis le ${day}${days > 0 ? ` (${days} ${days < 2 ? "jour" : "jours"})` : ""}`,
    overdueFor: (day, days) => `était à faire le ${day}, en retard de ${days} ${days < 2 ? "jour" : "jours"}`,
    dueSince: (day, until) => `était à faire le ${day}, dans les temps jusqu’au ${until}`,
    dueIn: (day, days) =>
      `à faire le ${day}, ${days === 0 ? "aujourd’hui" : days === 1 ? "demain" : `dans ${days} jours`}`,
    plannedPast: (day, days) =>
      `prévue le ${day}, il y a ${days} ${days < 2 ? "jour" : "jours"}, et rien n’est saisi depuis`,
    plannedOn: (day, days) =>
      `prévue le ${day}, ${days === 0 ? "aujourd’hui" : days === 1 ? "demain" : `dans ${days} jours`}`,
    windowOf: (from, to) => `période du ${from} au ${to}`,

    contactRecord: "Contact…",
    contactWith: (name) => `Contact avec ${name}`,
    contactDay: "Jour",
    contactDayOther: "un autre jour",
    contactDate: "Quel jour",
    contactNoteHint: "Par exemple où il a été trouvé, et comment.",
    contactRecorded: (outcome, day) => `Contact enregistré : ${outcome}, ${day}.`,
    actionAdd: "Dire ce qui a été fait…",
    actionWith: (name) => `Ce qui a été fait avec ${name}`,
    actionHint: "Au moins un facteur de l’une ou de l’autre sorte.",
    actionSave: "Enregistrer",
    actionRecorded: "Ce qui a été fait est enregistré.",
    dayToday: "aujourd’hui",
    dayYesterday: "hier",
  },
});
