/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

/**
 * Every text of the page, in both languages. What the instruments say (items, ratings, judgements, faults) comes from the server, where
 * a site can replace it.
 */
const STRINGS = {
  en: {
    title: "Protective factors",
    home: "SMPR, protective factors: to the search",
    languages: "Language",
    signOut: "Sign out",
    notice:
      "Care document covered by professional secrecy (CSP L. 1110-4). It is not an expert report (CSP R. 4127-105).",
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

    findPerson: "Find a person",
    findHint: "Name or identifier, at least three characters",
    find: "Find",
    found: (n) => (n === 0 ? "Nobody found." : n === 1 ? "One person found." : `${n} people found.`),
    foundMany: "More than 20 people found; the first 20 are shown.",
    tooShort: "Enter at least three characters.",
    age: (years) => `${years} years`,
    deceased: "deceased",

    trajectory: "Trajectory",
    contextChanges:
      "The context changes along the way. Protection that comes from the setting usually falls as freedom grows: that alone is no " +
      "deterioration. Compare like with like.",
    newAssessment: (code) => `New ${code} assessment`,
    latest: "Latest assessment",
    latestNone: "No complete assessment yet.",
    toCheck: (where) => `To be checked: see “${where}”.`,
    notVisible: "These assessments are not visible to you.",
    none: "none",
    colon: ": ",
    notStated: "not stated",
    assessments: "Assessments",
    assessmentsNone: "Nothing has been charted yet.",
    date: "Date",
    actions: "Actions",
    notCounted: "not in the chart",
    toCorrect: (date) => `To correct in the assessment of ${date}:`,
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
    sums: "Sums of ratings: research values",
    sumOf: (value, max) => `${value} of ${max}`,
    prorated: (value) => `prorated ${value}`,
    omitted: (n) => `${n} omitted`,
    noValue: "not computed",
    saved: "The assessment is saved. The chart and the tables show it.",

    formNew: (code) => `New ${code} assessment`,
    formAmend: (code, date) => `${code} assessment of ${date}`,
    formKeys:
      "With the keyboard: Tab goes from question to question, the arrows or the digits choose a rating, Delete takes it away.",
    about: "About this assessment",
    location: "Place",
    raters: "Raters",
    otherRater: "Another rater",
    add: "Add",
    choose: "Choose…",
    optional: "(optional)",
    horizonHint: (from, to) => `usually ${from} to ${to} months`,
    itemsOfScale: (label, from, to) => `${label}, ${from} to ${to}`,
    static: "static item",
    staticDiffers: "static item: a different rating means that more is now known",
    previousOnceRole: "The earlier ratings are shown beside each item once the rater role is chosen.",
    previousHidden: "The earlier ratings stay hidden: an independent second rating is made without reading the first.",
    previousShown: "The last ratings stand beside each item, with their context where it is another. None is copied.",
    singular: { key: "key item", goal: "goal item" },
    judgements: "Judgements",
    judgementsHint: "Yours alone: nothing here is computed from the ratings.",
    fields: "Further fields",
    clear: "Clear",
    rated: (n, of) => `${n} of ${of} items answered`,
    saveDraft: "Save draft",
    saveComplete: "Save as complete",
    saveAmendment: "Save the amendment",
    saving: "Saving…",
    draftSaved: (time) => `Draft saved at ${time}.`,
    nothingChanged: "Nothing has changed.",
    refused: (n) =>
      (n === 1 ? "Not saved: one answer is missing or wrong." : `Not saved: ${n} answers are missing or wrong.`) +
      " Everything you entered is still here.",
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
    title: "Facteurs de protection",
    home: "SMPR, facteurs de protection : retour à la recherche",
    languages: "Langue",
    signOut: "Se déconnecter",
    notice: "Document de soin couvert par le secret (CSP L. 1110-4). Ne constitue pas une expertise (CSP R. 4127-105).",
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

    findPerson: "Chercher une personne",
    findHint: "Nom ou numéro de dossier, au moins trois caractères",
    find: "Chercher",
    found: (n) =>
      n === 0 ? "Personne n’a été trouvé." : n === 1 ? "Une personne trouvée." : `${n} personnes trouvées.`,
    foundMany: "Plus de 20 personnes trouvées ; les 20 premières sont affichées.",
    tooShort: "Saisissez au moins trois caractères.",
    age: (years) => `${years} ans`,
    deceased: "décédé",

    trajectory: "Trajectoire",
    contextChanges:
      "Le contexte change en cours de route. La protection qui vient du cadre diminue d’ordinaire quand la liberté augmente : cela " +
      "seul n’est pas une dégradation. Ne comparer que ce qui est comparable.",
    newAssessment: (code) => `Nouvelle évaluation ${code}`,
    latest: "Dernière évaluation",
    latestNone: "Aucune évaluation terminée à ce jour.",
    toCheck: (where) => `À vérifier : voir « ${where} ».`,
    notVisible: "Vous n’avez pas accès à ces évaluations.",
    none: "aucun",
    colon: " : ",
    notStated: "non précisé",
    assessments: "Évaluations",
    assessmentsNone: "Rien n’a encore été saisi.",
    date: "Date",
    actions: "Actions",
    notCounted: "hors du graphique",
    toCorrect: (date) => `À corriger dans l’évaluation du ${date} :`,
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
    sums: "Sommes des cotations : valeurs de recherche",
    sumOf: (value, max) => `${value} sur ${max}`,
    prorated: (value) => `au prorata ${value}`,
    omitted: (n) => (n === 1 ? "1 non coté" : `${n} non cotés`),
    noValue: "non calculée",
    saved: "L’évaluation est enregistrée. Le graphique et les tableaux la montrent.",

    formNew: (code) => `Nouvelle évaluation ${code}`,
    formAmend: (code, date) => `Évaluation ${code} du ${date}`,
    formKeys:
      "Au clavier : Tab va de question en question, les flèches ou les chiffres choisissent une cotation, Suppr l’efface.",
    about: "Cette évaluation",
    location: "Lieu",
    raters: "Cotateurs",
    otherRater: "Autre cotateur",
    add: "Ajouter",
    choose: "Choisir…",
    optional: "(facultatif)",
    horizonHint: (from, to) => `d’ordinaire ${from} à ${to} mois`,
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
    judgements: "Jugements",
    judgementsHint: "Vous seul(e) jugez : rien ici n’est calculé à partir des cotations.",
    fields: "Autres rubriques",
    clear: "Effacer",
    rated: (n, of) => `${n} ${n < 2 ? "item renseigné" : "items renseignés"} sur ${of}`,
    saveDraft: "Enregistrer le brouillon",
    saveComplete: "Enregistrer comme terminée",
    saveAmendment: "Enregistrer la correction",
    saving: "Enregistrement…",
    draftSaved: (time) => `Brouillon enregistré à ${time}.`,
    nothingChanged: "Rien n’a changé.",
    refused: (n) =>
      (n === 1
        ? "Non enregistré : une réponse manque ou est incorrecte."
        : `Non enregistré : ${n} réponses manquent ou sont incorrectes.`) + " Toute votre saisie est conservée.",
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

/** @returns {string} `en` or `fr` */
export const language = () => current;

/** @param {string} locale any locale; one that the page does not speak leaves the language as it is */
export function setLanguage(locale) {
  const wanted = (locale ?? "").slice(0, 2);
  if (wanted in STRINGS) {
    current = wanted;
  }
  document.documentElement.lang = current;
}

/** @returns {string} the text of that name in the page's language */
export function t(name, ...values) {
  const text = STRINGS[current][name];
  return typeof text === "function" ? text(...values) : text;
}

/** @returns {string} the day of a moment or day as the server writes it, which is the day at the site */
export const day = (moment) => moment.slice(0, 10);

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

/** @returns {string} the hour and minute of now */
export const readableTime = () =>
  new Intl.DateTimeFormat(current === "en" ? "en-GB" : "fr-FR", { hour: "2-digit", minute: "2-digit" }).format(
    new Date(),
  );

/** @returns {string} the number as the language writes it */
export const readableNumber = (number) => new Intl.NumberFormat(current, { maximumFractionDigits: 1 }).format(number);
