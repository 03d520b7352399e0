/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

/**
 * Builds an element. Text is always text, never markup.
 *
 * @param {string} name of the element
 * @param {Object} attributes functions are listeners (`onclick`), true is an attribute without a value, null, undefined and false are none
 * @param {...(Node|string|Array|null)} children null and false are none
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Tells the page something: a sentence that is shown and read aloud, without moving the focus. */
export function say(from, sentence) {
  from.dispatchEvent(new CustomEvent("smpr-say", { bubbles: true, composed: true, detail: sentence }));
}

/** Names the view in the window's title, which goes into the browser's history: so never a person. */
export function entitle(from, title) {
  from.dispatchEvent(new CustomEvent("smpr-title", { bubbles: true, composed: true, detail: title }));
}

/** @returns {Element} words for those who hear the page; others see them from where they stand */
export const unseen = (...words) => element("span", { class: "unseen" }, words);

/** @returns {string} the text with its first letter in upper case, as the start of a heading or a cell */
export function capitalized(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : "";
}

/** Goes to the head of a view that has just been shown, unless it was not the user who asked for it (`quiet`). */
export const arrive = (view) => !view.quiet && view.querySelector("h1")?.focus();
