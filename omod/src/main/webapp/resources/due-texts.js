/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

addStrings({
  en: {
    dueHeading: "Due, overdue, not known",
    duePathwayNotVisible: "The pathway of care is not visible to you: what its plan asks for is not shown.",
    dueWithheld:
      "A rating is hidden from you until both of a blind pair are complete: nothing is summed up here, and what is due of that instrument is not said.",
    dueAssessmentsNotVisible: "The assessments are not visible to you: what they lack is not shown.",
    dueNoEpisode: "No episode of care is charted: no plan of assessments applies.",
    dueNothingSeen: "Nothing is due in what is visible to you.",
    dueNothing: "Nothing is due, and nothing is known to be missing.",
    dueKinds: { overdue: "overdue", due: "to be done", unknown: "not known", ahead: "coming" },
    dueBroken: "No kept contact for longer than this service allows",
    dueBrokenSince: (day) => `Since ${day}.`,
    dueLastContact: (day, days) => `Last kept contact: ${day} (${days === 1 ? "1 day" : `${days} days`} ago).`,
    dueNoContact: "No kept contact is charted.",
    dueEndOfCare: "End of care as planned",
    dueEndOfCarePast: "The planned end of care is past: neither ended nor extended",
    dueRelease: "Release as planned",
    dueReleasePast: "The planned day of release is past, and no release is charted",
    dueSecondRating: ", independent second rating",
    dueOverdueSince: (day) => `overdue since ${day}`,
    dueUntil: (day, until) => `due on ${day}, until ${until}`,
    dueOn: (day) => `due on ${day}`,
    dueFrom: (day, from) => `due on ${day}, can be made from ${from}`,
    dueMissed: (day) => `due on ${day}, not made, and can be made no more`,
    dueChart: (instrument) => `Chart ${instrument}`,
    dueReview: "next review as set by the latest assessment",
  },

  fr: {
    dueHeading: "À faire, en retard, non connu",
    duePathwayNotVisible:
      "Le parcours de soin ne vous est pas accessible : ce que prévoit le plan d’évaluation n’est pas affiché.",
    dueWithheld:
      "Une cotation vous est masquée jusqu’à ce que les deux cotations en aveugle soient terminées : rien n’est résumé ici, et ce qui reste à faire avec cet outil n’est pas dit.",
    dueAssessmentsNotVisible: "Les évaluations ne vous sont pas accessibles : ce qui leur manque n’est pas affiché.",
    dueNoEpisode: "Aucun épisode de soin n’est saisi : aucun plan d’évaluation ne s’applique.",
    dueNothingSeen: "Rien n’est à faire dans ce qui vous est accessible.",
    dueNothing: "Rien n’est à faire, et rien ne manque à notre connaissance.",
    dueKinds: { overdue: "en retard", due: "à faire", unknown: "non connu", ahead: "à venir" },
    dueBroken: "Aucun contact honoré depuis plus longtemps que ne le permet le service",
    dueBrokenSince: (day) => `Depuis le ${day}.`,
    dueLastContact: (day, days) =>
      `Dernier contact honoré : ${day} (il y a ${days < 2 ? `${days} jour` : `${days} jours`}).`,
    dueNoContact: "Aucun contact honoré n’est saisi.",
    dueEndOfCare: "Fin de l’accompagnement prévue",
    dueEndOfCarePast: "La fin prévue de l’accompagnement est dépassée : ni terminé, ni prolongé",
    dueRelease: "Sortie prévue",
    dueReleasePast: "Le jour prévu de la sortie est passé, et aucune sortie n’est saisie",
    dueSecondRating: ", seconde cotation indépendante",
    dueOverdueSince: (day) => `en retard depuis le ${day}`,
    dueUntil: (day, until) => `prévue le ${day}, possible jusqu’au ${until}`,
    dueOn: (day) => `prévue le ${day}`,
    dueFrom: (day, from) => `prévue le ${day}, possible à partir du ${from}`,
    dueMissed: (day) => `prévue le ${day}, non faite, et ne peut plus l’être`,
    dueChart: (instrument) => `Saisir ${instrument}`,
    dueReview: "prochaine révision fixée par la dernière évaluation",
  },
});
