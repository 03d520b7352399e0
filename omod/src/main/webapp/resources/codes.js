/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { language } from "./strings.js";

/**
 * The words for the answers that a form offers, where no reading from the server brings them: the server's own words, by list and code.
 * A test compares them with the module's messages and definitions.
 */
const WORDS = {
  en: {
    eventKind: {
      NEW_OFFENCE: "new offence",
      DEATH: "death",
      SUICIDE_ATTEMPT: "suicide attempt",
      OVERDOSE: "overdose, survived",
      HOSPITALIZATION: "hospitalization",
      DETENTION_ON_OLDER_SENTENCE: "detention on an older sentence",
      LOSS: "lost to follow-up",
    },
    checkKind: {
      YEARLY: "yearly check",
      END_OF_CARE: "check at the end of care",
      OTHER: "other check",
    },
    cause: {
      SUICIDE: "suicide",
      OVERDOSE: "overdose",
      ILLNESS: "illness",
      ACCIDENT: "accident",
      HOMICIDE: "homicide",
      OTHER: "other",
      NOT_KNOWN: "not known",
    },
    conviction: {
      FINAL: "final conviction",
      NOT_YET: "no final conviction yet",
      NONE: "acquitted, or case dropped",
      NOT_KNOWN: "not known",
    },
    violent: {
      YES: "violent",
      NO: "not violent",
      NOT_KNOWN: "not known",
    },
    severity: {
      CONTRAVENTION: "contravention",
      DELIT: "délit",
      CRIME: "crime (in French law)",
      NOT_KNOWN: "not known",
    },
    victim: {
      PARTNER_OR_FORMER: "partner or former partner",
      FAMILY: "family",
      ACQUAINTANCE: "acquaintance",
      STRANGER: "stranger",
      PROFESSIONAL: "professional, in his work",
      NO_VICTIM: "no victim",
      NOT_KNOWN: "not known",
    },
    qualification: {
      RECIDIVE_LEGALE: "récidive légale, as the court gave it",
      REITERATION: "réitération, as the court gave it",
      NEITHER: "neither, as the court gave it",
      NOT_YET_KNOWN: "not yet known",
    },
    certainty: {
      ESTABLISHED: "established",
      PROBABLE: "probable",
      UNSURE: "unsure",
    },
    source: {
      JUDICIAL_REGISTER: "judicial register (casier judiciaire)",
      COURT: "decision of a court",
      PRISON_REGISTRY: "prison registry",
      SPIP: "SPIP",
      CIVIL_REGISTER: "civil register",
      HEALTH_RECORD: "health record",
      HIS_OWN_WORD: "his own word",
      VISIT: "visit",
      FAMILY: "people close to him",
      PRESS: "press",
      OTHER: "other",
    },
    result: {
      NO_EVENT_KNOWN: "no new offence known",
      EVENT_KNOWN: "a new offence is known",
      NOT_FOUND: "he, or his file, was not found",
    },
    housing: {
      OWN: "own housing",
      WITH_OTHERS: "with family or others",
      SHELTER: "shelter",
      INSTITUTION: "institution",
      NONE: "none",
      NOT_KNOWN: "not known",
    },
    work: {
      WORK: "work",
      TRAINING: "training",
      LOOKING: "looking for work",
      NONE: "none",
      NOT_KNOWN: "not known",
    },
    ties: {
      SEVERAL: "several people close to him",
      FEW: "few",
      NONE: "none",
      NOT_KNOWN: "not known",
    },
    substanceUse: {
      NONE: "none",
      SOME: "some",
      HARMFUL: "harmful",
      NOT_KNOWN: "not known",
    },
    careContact: {
      REGULAR: "regular",
      IRREGULAR: "irregular",
      NONE: "none",
      NOT_KNOWN: "not known",
    },
    priority: {
      NORMAL: "normal",
      HIGH: "high",
      URGENT: "urgent",
    },
    leftBecause: {
      PLANNED_END: "end of the stay as planned",
      OWN_WISH: "left earlier by his own wish",
      EXCLUDED: "excluded",
      REINCARCERATED: "re-incarcerated",
      HOSPITALIZED: "hospitalized",
      DIED: "died",
      OTHER: "another reason",
    },
    dueKind: {
      ASSESSMENT: "assessment",
      SECOND_RATING: "independent second rating",
      CONTACT: "contact: no kept one for too long",
      RELEASE: "planned release",
      END_OF_CARE: "planned end of care",
    },
    phase: {
      CUSTODY: "in custody",
      "PRE-RELEASE": "pre-release",
      APC: "post-prison care (APC)",
    },
  },
  fr: {
    eventKind: {
      NEW_OFFENCE: "nouvelle infraction",
      DEATH: "décès",
      SUICIDE_ATTEMPT: "tentative de suicide",
      OVERDOSE: "surdose, à laquelle il a survécu",
      HOSPITALIZATION: "hospitalisation",
      DETENTION_ON_OLDER_SENTENCE: "détention pour une peine antérieure",
      LOSS: "perdu de vue",
    },
    checkKind: {
      YEARLY: "vérification annuelle",
      END_OF_CARE: "vérification à la fin de la prise en soin",
      OTHER: "autre vérification",
    },
    cause: {
      SUICIDE: "suicide",
      OVERDOSE: "surdose",
      ILLNESS: "maladie",
      ACCIDENT: "accident",
      HOMICIDE: "homicide",
      OTHER: "autre",
      NOT_KNOWN: "non connue",
    },
    conviction: {
      FINAL: "condamnation définitive",
      NOT_YET: "pas encore de condamnation définitive",
      NONE: "relaxe ou acquittement, ou affaire classée",
      NOT_KNOWN: "non connue",
    },
    violent: {
      YES: "violente",
      NO: "non violente",
      NOT_KNOWN: "non connu",
    },
    severity: {
      CONTRAVENTION: "contravention",
      DELIT: "délit",
      CRIME: "crime",
      NOT_KNOWN: "non connue",
    },
    victim: {
      PARTNER_OR_FORMER: "conjoint ou ex-conjoint",
      FAMILY: "famille",
      ACQUAINTANCE: "personne connue de lui",
      STRANGER: "personne inconnue de lui",
      PROFESSIONAL: "professionnel, dans ses fonctions",
      NO_VICTIM: "pas de victime",
      NOT_KNOWN: "non connu",
    },
    qualification: {
      RECIDIVE_LEGALE: "récidive légale, retenue par la juridiction",
      REITERATION: "réitération, retenue par la juridiction",
      NEITHER: "ni l’une ni l’autre, selon la juridiction",
      NOT_YET_KNOWN: "pas encore connue",
    },
    certainty: {
      ESTABLISHED: "établi",
      PROBABLE: "probable",
      UNSURE: "incertain",
    },
    source: {
      JUDICIAL_REGISTER: "casier judiciaire",
      COURT: "décision de justice",
      PRISON_REGISTRY: "greffe pénitentiaire",
      SPIP: "SPIP",
      CIVIL_REGISTER: "état civil",
      HEALTH_RECORD: "dossier de soin",
      HIS_OWN_WORD: "ses propres dires",
      VISIT: "visite",
      FAMILY: "entourage",
      PRESS: "presse",
      OTHER: "autre",
    },
    result: {
      NO_EVENT_KNOWN: "pas de nouvelle infraction connue",
      EVENT_KNOWN: "une nouvelle infraction est connue",
      NOT_FOUND: "la personne, ou son dossier, n’a pas été retrouvée",
    },
    housing: {
      OWN: "logement personnel",
      WITH_OTHERS: "hébergé par des proches",
      SHELTER: "hébergement social",
      INSTITUTION: "institution",
      NONE: "sans logement",
      NOT_KNOWN: "non connu",
    },
    work: {
      WORK: "emploi",
      TRAINING: "formation",
      LOOKING: "en recherche",
      NONE: "aucun",
      NOT_KNOWN: "non connu",
    },
    ties: {
      SEVERAL: "plusieurs proches",
      FEW: "peu de proches",
      NONE: "aucun",
      NOT_KNOWN: "non connu",
    },
    substanceUse: {
      NONE: "aucune",
      SOME: "consommation",
      HARMFUL: "consommation nocive",
      NOT_KNOWN: "non connue",
    },
    careContact: {
      REGULAR: "régulier",
      IRREGULAR: "irrégulier",
      NONE: "aucun",
      NOT_KNOWN: "non connu",
    },
    priority: {
      NORMAL: "normale",
      HIGH: "élevée",
      URGENT: "urgente",
    },
    leftBecause: {
      PLANNED_END: "fin de séjour prévue",
      OWN_WISH: "départ anticipé à sa demande",
      EXCLUDED: "exclusion",
      REINCARCERATED: "réincarcération",
      HOSPITALIZED: "hospitalisation",
      DIED: "décès",
      OTHER: "autre motif",
    },
    dueKind: {
      ASSESSMENT: "évaluation",
      SECOND_RATING: "seconde cotation indépendante",
      CONTACT: "contact : aucun honoré depuis trop longtemps",
      RELEASE: "sortie prévue",
      END_OF_CARE: "fin prévue de la prise en soin",
    },
    phase: {
      CUSTODY: "en détention",
      "PRE-RELEASE": "préparation à la sortie",
      APC: "accompagnement post-carcéral (APC)",
    },
  },
};

/** @returns {Array} the answers of a list, in order, as choices of a question */
export const choices = (list) =>
  Object.entries(WORDS[language()][list]).map(([code, display]) => ({ code, display, offered: true }));

/** @returns {string} the words for a code of a list; the code itself where the page does not know it */
export const words = (list, code) => WORDS[language()][list][code] ?? code;
