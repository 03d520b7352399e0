/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

/**
 * The texts of the page, in both languages; those of one view alone stand in a file beside it (`…-texts.js`). What the instruments say
 * (items, ratings, judgements, faults) comes from the server, where a site can replace it.
 */
const STRINGS = {
  en: {
    title: "Risk instruments and trajectories",
    home: "SMPR, risk instruments and trajectories: to the search",
    places: "Pages",
    placeSearch: "People",
    placeWorklist: "Worklist",
    placeBoard: "Flat-share (UCTI)",
    placeOutcomes: "Outcome register",
    placeStudy: "Study",
    placeSettings: "Settings",
    languages: "Language",
    signOut: "Sign out",
    notice:
      "Care document covered by professional secrecy (CSP L. 1110-4). It is not an expert report (CSP R. 4127-105).",
    noticeStudy:
      "Covered by professional secrecy (CSP L. 1110-4). Research values, for the study alone: part of no care document and no expert report.",
    skip: "Skip to the content",
    loading: "Loading…",
    back: "Back to the trajectory",
    toSearch: "Find another person",

    signIn: "Sign in",
    username: "User name",
    password: "Password",
    signInFailed:
      "This user name and password do not match. After several attempts the server locks the account for a few minutes.",
    signInAgain: "Your session has ended. Sign in again: nothing you entered is lost.",

    nobodySignedIn: "Nobody is signed in to OpenMRS in this browser.",
    sessionEnded: "The session has ended. Sign in to OpenMRS again, then come back here: nothing you entered is lost.",
    tryAgain: "Try again",
    nothingToShow: "It is not said here of whom or what.",

    findPerson: "Find a person",
    findHint: "Name or identifier, at least three characters",
    find: "Find",
    found: (n) => (n === 0 ? "Nobody found." : n === 1 ? "One person found." : `${n} people found.`),
    foundMany: "More than 20 people found; the first 20 are shown.",
    tooShort: "Enter at least three characters.",
    age: (years) => `${years} years`,
    deceased: "deceased",

    personPages: "Of this person",
    everything: "At a glance",
    trajectory: "Trajectory",
    overview: "Everything at a glance",
    contextChanges: "The context changes along the way. Compare like with like.",
    contextChangesProtection:
      "The context changes along the way. Protection that comes from the setting usually falls as freedom grows: that alone is no " +
      "deterioration. Compare like with like.",
    report: "Report for the team meeting (2 pages, opens in a new tab)",
    newAssessment: (code) => `New ${code} assessment`,
    latest: "Latest assessment",
    latestNone: "No complete assessment yet.",
    toCheck: (where) => `To be checked: see “${where}”.`,
    notVisible: "These assessments are not visible to you.",
    none: "none",
    colon: ": ",
    notStated: "not stated",
    notAsked: "not asked",
    contextNotRated: "context not rated",
    otherContext: "another context",
    basedOn: (instrument, date) => `based on ${instrument} of ${date}`,
    window: "Rating window",
    fromTo: (from, to) => `${from} to ${to}`,
    judgementsFor: (context) => `Final opinions: ${context}`,
    assessments: "Assessments",
    assessmentsNone: "Nothing has been charted yet.",
    date: "Date",
    actions: "Actions",
    notCounted: "not in the chart",
    toCorrect: (date) => `To correct in the assessment of ${date}:`,
    toKnow: (date) => `To know about the assessment of ${date}:`,
    fieldNames: { date: "Date", location: "Place", raters: "Raters", reason: "Reason" },
    amended: "amended",
    historyOf: (date) => `Changes to the assessment of ${date}`,
    historyOfDraft: (n) => (n === 1 ? "One change while it was a draft" : `${n} changes while it was a draft`),
    changedBy: (date, time, by) => `${date}, ${time}, by ${by}`,
    reasonGiven: "Reason:",
    noAnswer: "no answer",
    close: "Close",
    amend: "Amend",
    amendOf: (date) => `Amend the assessment of ${date}`,
    continueDraft: "Continue",
    continueOf: (date) => `Continue the draft of ${date}`,
    void: "Void…",
    voidOf: (date) => `Void the assessment of ${date}`,
    voidReason: "Reason, kept in the record",
    voidExplained: "The assessment leaves the trajectory. It stays in the record as voided, with the reason.",
    voidConfirm: "Void the assessment",
    voided: "The assessment is voided.",
    undo: "Undo",
    unvoided: "The assessment is back in the trajectory.",
    cancel: "Cancel",
    itemByItem: "Ratings item by item",
    item: "Item",
    cellOf: (first, second) => `Each cell says the ${first}, and below it the ${second} where it is asked.`,
    texts: "Texts: what was written beside the ratings",
    sums: "Sums of ratings: research values",
    sumsNotPrinted:
      "The drawing is not printed: it holds sums, which are values for research. The tables say the rest of it.",
    sum: "sum",
    meanOf: (value, max) => `mean ${value} (0 to ${max})`,
    indices: "Indices: one sum less another",
    partOf: (instrument, date, value) => `${instrument} of ${date} (${value})`,
    sumOf: (value, max) => `${value} of ${max}`,
    prorated: (value) => `prorated ${value}`,
    omitted: (n) => `${n} omitted`,
    noValue: "not computed",
    saved: "The assessment is saved. The chart and the tables show it.",

    formNew: (code) => `New ${code} assessment`,
    formAmend: (code, date) => `${code} assessment of ${date}`,
    formDraft: (code, date) => `${code} assessment of ${date}: draft`,
    formKeys:
      "With the keyboard: Tab goes from question to question; the arrows choose a rating, or the key of its digit or letter does; Delete takes it away.",
    keyFor: (key, rating) => `${key === "-" ? "−" : key} for “${rating}”`,
    about: "About this assessment",
    location: "Place",
    raters: "Raters",
    otherRater: "Another rater",
    add: "Add",
    choose: "Choose…",
    optional: "(optional)",
    horizonHint: (from, to) => `usually ${from} to ${to} months`,
    windowHint: (months) => `usually the last ${months} months`,
    itemsOfScale: (label, from, to) => `${label}, ${from} to ${to}`,
    static: "static item",
    staticDiffers: "static item: a different rating means that more is now known",
    previousOnceRole: "The earlier ratings are shown beside each item once the rater role is chosen.",
    previousHidden: "The earlier ratings stay hidden: an independent second rating is made without reading the first.",
    previousShown: "The last ratings stand beside each item, with their context where it is another. None is copied.",
    singular: { key: "key item", goal: "goal item" },
    subItems: "Sub-items",
    subItemsRated: (n, of) => `(optional) ${n} of ${of} rated`,
    notAskedHere: "Not asked with this presence.",
    notAskedKept: (words) =>
      `Not asked with this presence. “${words}” is not saved, and is back if the presence changes.`,
    contextsRated: "Contexts rated",
    contextsHint:
      "For which settings these items and the final opinions are rated. A context is rated whole or not at all, and at least one is.",
    contextTaken: (context, n) =>
      `“${context}” is no longer rated: saving takes ${n === 1 ? "its one answer" : `its ${n} answers`} out of the record. Tick it again to keep them.`,
    contextUnsaved: (context, n) =>
      `“${context}” is not rated: ${n === 1 ? "the one answer" : `the ${n} answers`} entered there will not be saved. Tick it again to have them back.`,
    contextEmpty: (context) => `“${context}” is ticked and nothing is answered in it. Rate it, or untick it.`,
    contextNone: "At least one context has to be rated, and whole.",
    judgements: "Final opinions",
    judgementsHint: "Yours alone: nothing here is computed from the ratings.",
    judgementsContexts: "Given in each context that is rated above.",
    requiredWith: (judgement) => `(required with the ${judgement})`,
    noneOf: (instrument) => `There is no complete ${instrument} of this person yet.`,
    fields: "Texts and dates",
    allOptional: "Everything here is optional.",
    amendment: "Reason for the amendment",
    reason: "Reason",
    reasonHint: (most) =>
      `This assessment is complete: what is changed in it stays visible in its history, with this reason. At most ${most} characters.`,
    clear: "Clear",
    rated: (n, of) => `${n} of ${of} items answered`,
    saveDraft: "Save draft",
    saveComplete: "Save as complete",
    saveAmendment: "Save the amendment",
    saving: "Saving…",
    draftSaved: (time) => `Draft saved at ${time}.`,
    draftKept: (time) => `draft saved at ${time}`,
    draftKeptPartly: (time) => `draft saved at ${time}, without the date that is not complete`,
    draftNotKept: "not saved yet",
    stillToRate: "Still to be rated.",
    nothingChanged: "Nothing has changed.",
    refused: (n) =>
      (n === 1 ? "Not saved: one answer is missing or wrong." : `Not saved: ${n} answers are missing or wrong.`) +
      " Everything you entered is still here.",
    completeMeanwhile:
      "Your first save had reached the record, though its answer had not come: the assessment is complete there, and what is changed in it takes a reason.",
    notSaved: (why) => `Not saved. ${why} Everything you entered is still here.`,
    meanwhile: (value) => `In the record meanwhile: ${value}`,
    several: (values) => `The record holds several answers: ${values}. Choose one.`,
    dateIncomplete: "This date is not complete.",
    leave: "What you entered has not been saved. Leave the form?",
    notPrinted: "The rating form is not printed: it belongs to the instrument's owners.",

    unreachable: "The server cannot be reached.",
    signedOut: "Your session has ended.",
    notAllowed: "You do not have the privilege for this.",
    notFound: "This is not in the record, or not for you to see.",
    changedMeanwhile:
      "Somebody changed this assessment after you opened it. Where the record now differs from your form, it says so at the question. " +
      "Check, then save again: the record will be as your form.",
    serverFailed: "The server could not do this.",
  },

  fr: {
    title: "Outils et trajectoires du risque",
    home: "SMPR, outils et trajectoires du risque : retour à la recherche",
    places: "Pages",
    placeSearch: "Personnes",
    placeWorklist: "À faire",
    placeBoard: "Appartement (UCTI)",
    placeOutcomes: "Registre du devenir",
    placeStudy: "Étude",
    placeSettings: "Réglages",
    languages: "Langue",
    signOut: "Se déconnecter",
    notice: "Document de soin couvert par le secret (CSP L. 1110-4). Ne constitue pas une expertise (CSP R. 4127-105).",
    noticeStudy:
      "Couvert par le secret (CSP L. 1110-4). Valeurs de recherche, pour l’étude seule : elles n’entrent dans aucun document de soin ni aucune expertise.",
    skip: "Aller au contenu",
    loading: "Chargement…",
    back: "Retour à la trajectoire",
    toSearch: "Chercher une autre personne",

    signIn: "Se connecter",
    username: "Identifiant",
    password: "Mot de passe",
    signInFailed:
      "Identifiant ou mot de passe incorrect. Après plusieurs essais, le serveur bloque le compte pendant quelques minutes.",
    signInAgain: "Votre session a pris fin. Reconnectez-vous : rien de votre saisie n’est perdu.",

    nobodySignedIn: "Personne n’est connecté à OpenMRS dans ce navigateur.",
    sessionEnded:
      "La session a pris fin. Reconnectez-vous à OpenMRS, puis revenez ici : rien de votre saisie n’est perdu.",
    tryAgain: "Réessayer",
    nothingToShow: "Il n’est pas dit ici de qui ou de quoi il s’agit.",

    findPerson: "Chercher une personne",
    findHint: "Nom ou numéro de dossier, au moins trois caractères",
    find: "Chercher",
    found: (n) =>
      n === 0 ? "Personne n’a été trouvé." : n === 1 ? "Une personne trouvée." : `${n} personnes trouvées.`,
    foundMany: "Plus de 20 personnes trouvées ; les 20 premières sont affichées.",
    tooShort: "Saisissez au moins trois caractères.",
    age: (years) => `${years} ans`,
    deceased: "décédé",

    personPages: "De cette personne",
    everything: "Vue d’ensemble",
    trajectory: "Trajectoire",
    overview: "Vue d’ensemble",
    contextChanges: "Le contexte change en cours de route. Ne comparer que ce qui est comparable.",
    contextChangesProtection:
      "Le contexte change en cours de route. La protection qui vient du cadre diminue d’ordinaire quand la liberté augmente : cela " +
      "seul n’est pas une dégradation. Ne comparer que ce qui est comparable.",
    report: "Rapport pour la réunion d’équipe (2 pages, s’ouvre dans un nouvel onglet)",
    newAssessment: (code) => `Nouvelle évaluation ${code}`,
    latest: "Dernière évaluation",
    latestNone: "Aucune évaluation terminée à ce jour.",
    toCheck: (where) => `À vérifier : voir « ${where} ».`,
    notVisible: "Vous n’avez pas accès à ces évaluations.",
    none: "aucun",
    colon: " : ",
    notStated: "non précisé",
    notAsked: "ne se cote pas",
    contextNotRated: "contexte non coté",
    otherContext: "autre contexte",
    basedOn: (instrument, date) => `d’après ${instrument} du ${date}`,
    window: "Fenêtre de cotation",
    fromTo: (from, to) => `du ${from} au ${to}`,
    judgementsFor: (context) => `Avis finaux : ${context}`,
    assessments: "Évaluations",
    assessmentsNone: "Rien n’a encore été saisi.",
    date: "Date",
    actions: "Actions",
    notCounted: "hors du graphique",
    toCorrect: (date) => `À corriger dans l’évaluation du ${date} :`,
    toKnow: (date) => `À savoir sur l’évaluation du ${date} :`,
    fieldNames: { date: "Date", location: "Lieu", raters: "Cotateurs", reason: "Motif" },
    amended: "corrigée",
    historyOf: (date) => `Modifications de l’évaluation du ${date}`,
    historyOfDraft: (n) => (n === 1 ? "Une modification du brouillon" : `${n} modifications du brouillon`),
    changedBy: (date, time, by) => `${date} à ${time}, par ${by}`,
    reasonGiven: "Motif :",
    noAnswer: "sans réponse",
    close: "Fermer",
    amend: "Corriger",
    amendOf: (date) => `Corriger l’évaluation du ${date}`,
    continueDraft: "Reprendre",
    continueOf: (date) => `Reprendre le brouillon du ${date}`,
    void: "Retirer…",
    voidOf: (date) => `Retirer l’évaluation du ${date}`,
    voidReason: "Motif, conservé au dossier",
    voidExplained: "L’évaluation quitte la trajectoire. Elle reste au dossier comme annulée, avec le motif.",
    voidConfirm: "Retirer l’évaluation",
    voided: "L’évaluation est retirée.",
    undo: "Rétablir",
    unvoided: "L’évaluation est de nouveau dans la trajectoire.",
    cancel: "Ne rien changer",
    itemByItem: "Cotations item par item",
    item: "Item",
    cellOf: (first, second) => `Chaque case dit la ${first}, et dessous la ${second} là où elle se cote.`,
    texts: "Textes : ce qui est écrit à côté des cotations",
    sums: "Sommes des cotations : valeurs de recherche",
    sumsNotPrinted:
      "Le graphique n’est pas imprimé : il contient des sommes, qui sont des valeurs de recherche. Les tableaux en disent le reste.",
    sum: "somme",
    meanOf: (value, max) => `moyenne ${value} (de 0 à ${max})`,
    indices: "Indices : une somme moins une autre",
    partOf: (instrument, date, value) => `${instrument} du ${date} (${value})`,
    sumOf: (value, max) => `${value} sur ${max}`,
    prorated: (value) => `au prorata ${value}`,
    omitted: (n) => (n === 1 ? "1 non coté" : `${n} non cotés`),
    noValue: "non calculée",
    saved: "L’évaluation est enregistrée. Le graphique et les tableaux la montrent.",

    formNew: (code) => `Nouvelle évaluation ${code}`,
    formAmend: (code, date) => `Évaluation ${code} du ${date}`,
    formDraft: (code, date) => `Évaluation ${code} du ${date} : brouillon`,
    formKeys:
      "Au clavier : Tab va de question en question ; les flèches choisissent une cotation, ou la touche de son chiffre ou de sa lettre ; Suppr l’efface.",
    keyFor: (key, rating) => `${key === "-" ? "−" : key} pour « ${rating} »`,
    about: "Cette évaluation",
    location: "Lieu",
    raters: "Cotateurs",
    otherRater: "Autre cotateur",
    add: "Ajouter",
    choose: "Choisir…",
    optional: "(facultatif)",
    horizonHint: (from, to) => `d’ordinaire ${from} à ${to} mois`,
    windowHint: (months) => `d’ordinaire les ${months} derniers mois`,
    itemsOfScale: (label, from, to) => `${label}, ${from} à ${to}`,
    static: "item statique",
    staticDiffers: "item statique : une cotation différente veut dire qu’il est mieux renseigné",
    previousOnceRole:
      "Les cotations antérieures s’affichent à côté de chaque item dès que le rôle du cotateur est choisi.",
    previousHidden:
      "Les cotations antérieures restent masquées : une seconde cotation indépendante se fait sans lire la première.",
    previousShown:
      "Les dernières cotations figurent à côté de chaque item, avec leur contexte s’il est autre. Aucune n’est recopiée.",
    singular: { key: "facteur clé", goal: "facteur cible" },
    subItems: "Sous-items",
    subItemsRated: (n, of) => `(facultatif) ${n} ${n < 2 ? "coté" : "cotés"} sur ${of}`,
    notAskedHere: "Ne se cote pas avec cette présence.",
    notAskedKept: (words) =>
      `Ne se cote pas avec cette présence. « ${words} » n’est pas enregistré, et revient si la présence change.`,
    contextsRated: "Contextes cotés",
    contextsHint:
      "Pour quels cadres de vie ces items et les avis finaux sont cotés. Un contexte se cote en entier ou pas du tout, et il en faut au moins un.",
    contextTaken: (context, n) =>
      `« ${context} » n’est plus coté : l’enregistrement retirera du dossier ${n === 1 ? "sa réponse" : `ses ${n} réponses`}. Cochez de nouveau pour les garder.`,
    contextUnsaved: (context, n) =>
      `« ${context} » n’est pas coté : ${n === 1 ? "la réponse saisie ne sera pas enregistrée" : `les ${n} réponses saisies ne seront pas enregistrées`}. Cochez de nouveau pour ne rien perdre.`,
    contextEmpty: (context) => `« ${context} » est coché et rien n’y est coté. Cotez-le, ou décochez-le.`,
    contextNone: "Au moins un contexte doit être coté, et en entier.",
    judgements: "Avis finaux",
    judgementsHint: "Vous seul(e) jugez : rien ici n’est calculé à partir des cotations.",
    judgementsContexts: "À donner dans chaque contexte coté ci-dessus.",
    requiredWith: (judgement) => `(requise avec : ${judgement})`,
    noneOf: (instrument) => `Il n’y a pas encore d’évaluation ${instrument} terminée de cette personne.`,
    fields: "Textes et dates",
    allOptional: "Tout est facultatif ici.",
    amendment: "Motif de la correction",
    reason: "Motif",
    reasonHint: (most) =>
      `Cette évaluation est terminée : ce qui y est changé reste visible dans son historique, avec ce motif. ${most} caractères au plus.`,
    clear: "Effacer",
    rated: (n, of) => `${n} ${n < 2 ? "item renseigné" : "items renseignés"} sur ${of}`,
    saveDraft: "Enregistrer le brouillon",
    saveComplete: "Enregistrer comme terminée",
    saveAmendment: "Enregistrer la correction",
    saving: "Enregistrement…",
    draftSaved: (time) => `Brouillon enregistré à ${time}.`,
    draftKept: (time) => `brouillon enregistré à ${time}`,
    draftKeptPartly: (time) => `brouillon enregistré à ${time}, sans la date incomplète`,
    draftNotKept: "pas encore enregistré",
    stillToRate: "Reste à coter.",
    nothingChanged: "Rien n’a changé.",
    refused: (n) =>
      (n === 1
        ? "Non enregistré : une réponse manque ou est incorrecte."
        : `Non enregistré : ${n} réponses manquent ou sont incorrectes.`) + " Toute votre saisie est conservée.",
    completeMeanwhile:
      "Votre premier enregistrement était bien au dossier, mais sa réponse n’était pas arrivée : l’évaluation y est terminée, et ce qui y est changé demande un motif.",
    notSaved: (why) => `Non enregistré. ${why} Toute votre saisie est conservée.`,
    meanwhile: (value) => `Au dossier entre-temps : ${value}`,
    several: (values) => `Le dossier contient plusieurs réponses : ${values}. Choisissez-en une.`,
    dateIncomplete: "Cette date est incomplète.",
    leave: "Votre saisie n’est pas enregistrée. Quitter le formulaire ?",
    notPrinted: "Le formulaire de cotation ne s’imprime pas : il appartient aux titulaires des droits sur l’outil.",

    unreachable: "Le serveur ne répond pas.",
    signedOut: "Votre session est terminée.",
    notAllowed: "Vous n’avez pas le privilège nécessaire.",
    notFound: "Ceci n’est pas au dossier, ou ne vous est pas accessible.",
    changedMeanwhile:
      "Quelqu’un a modifié cette évaluation depuis que vous l’avez ouverte. Là où le dossier diffère de votre formulaire, la question le dit. " +
      "Vérifiez, puis enregistrez de nouveau : le dossier sera conforme à votre formulaire.",
    serverFailed: "Le serveur n’a pas pu le faire.",
  },
};

export const LANGUAGES = { fr: "Français", en: "English" };

let current = "fr";

/**
 * @param {Object} texts `{en: {name: text}, fr: {name: text}}`: the texts of a view, by names that no other has
 */
export function addStrings(texts) {
  for (const [code, added] of Object.entries(texts)) {
    const known = Object.keys(added).filter((name) => name in STRINGS[code]);
    if (known.length) {
      throw new Error(`Texts of the same name: ${known.join(", ")}`);
    }
    Object.assign(STRINGS[code], added);
  }
}

/** @returns {string} `en` or `fr` */
export const language = () => current;

/** @param {string} locale any locale; one that the page does not speak leaves the language as it is */
export function setLanguage(locale) {
  const wanted = (locale ?? "").slice(0, 2);
  if (wanted in STRINGS) {
    current = wanted;
  }
}

/** @returns {string} the text of that name in the page's language */
export function t(name, ...values) {
  const text = STRINGS[current][name];
  return typeof text === "function" ? text(...values) : text;
}

/** @returns {string} the day of a moment or day as the server writes it, which is the day at the site */
export const day = (moment) => moment.slice(0, 10);

/** @returns {string} today as the server writes days */
export const today = () => new Date().toLocaleDateString("sv");

/** @returns {string} the day, for reading */
export function readableDay(moment, month = "long") {
  return new Intl.DateTimeFormat(current === "en" ? "en-GB" : "fr-FR", {
    day: "numeric",
    month,
    year: "numeric",
    timeZone: "UTC",
  })
    .formatToParts(new Date(`${day(moment)}T00:00:00Z`))
    .map(({ type, value }) => (current === "fr" && type === "day" && value === "1" ? "1er" : value))
    .join("");
}

/** @returns {string} the hour and minute of a moment; of now where none is given */
export const readableTime = (moment) =>
  new Intl.DateTimeFormat(current === "en" ? "en-GB" : "fr-FR", { hour: "2-digit", minute: "2-digit" }).format(
    moment ? new Date(moment) : new Date(),
  );

/** @returns {string} the number as the language writes it */
export const readableNumber = (number, digits = 1) =>
  new Intl.NumberFormat(current, { maximumFractionDigits: digits }).format(number);
