/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addressOf, href } from "./address.js";
import * as api from "./api.js";
import { element } from "./dom.js";
import { placeAt } from "./places.js";
import { may } from "./privileges.js";
import { language, setLanguage, t } from "./strings.js";

/**
 * A part of the page in the page of an EHR: the same view in a shadow root of its own, with a status line and the notice of secrecy. It uses
 * the session that the browser has with this OpenMRS and never asks anybody to sign in. A class that extends it says where it begins
 * (`address`) and the privilege that it `needs`.
 */
export class Frame extends HTMLElement {
  #session = null;
  #view = null;

  /** Ends with its life what it listens to. */
  #listening = null;

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
    this.#draw();
  }

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener("smpr-signed-out", () => this.#hide(), { signal });
    addEventListener("beforeunload", (event) => this.#view?.unsaved && event.preventDefault(), { signal });
    this.#begin();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#show(null);
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.#begin();
    }
  }

  /** @returns {boolean} whether something is entered that would be lost */
  get unsaved() {
    return Boolean(this.#view?.unsaved);
  }

  #draw() {
    this.status = element("p", { role: "status", class: "status" });
    this.content = element("div", { class: "content" });
    this.notice = element("p");
    this.body = element("div", { class: "frame-body" }, this.status, this.content, element("footer", {}, this.notice));
    this.body.addEventListener("click", (event) => this.#follow(event));
    this.body.addEventListener("smpr-say", (event) => this.#say(event.detail));
    // Until it is there nothing has a place.
    const style = element("link", { rel: "stylesheet", href: new URL("style.css", import.meta.url).href });
    this.body.hidden = true;
    ["load", "error"].forEach((end) => style.addEventListener(end, () => (this.body.hidden = false)));
    this.shadowRoot.append(style, this.body);
  }

  /** Reads who is signed in, and shows what he may see. */
  async #begin() {
    const asked = this.address;
    this.#speak(document.documentElement.lang, this.lang);
    this.#show(null, t("loading"));
    try {
      const session = await api.session();
      this.#session = session.authenticated ? session : null;
    } catch (refusal) {
      this.#tell(refusal.message);
      return;
    }
    if (!this.isConnected || asked !== this.address) {
      return;
    }
    await this.#speakTo(this.#session);
    this.#enter();
  }

  #enter() {
    if (!this.#session) {
      this.#tell(t("nobodySignedIn"), this.#again());
    } else if (!may(this.#session, this.needs)) {
      this.#tell(t("notAllowed"));
    } else if (this.address === null) {
      this.#tell(t("nothingToShow"));
    } else {
      this.#go(this.address, { quiet: true });
    }
  }

  #again() {
    return element("button", { type: "button", onclick: () => this.#begin() }, t("tryAgain"));
  }

  #speak(...locales) {
    locales.forEach((locale) => setLanguage(locale));
    this.body.lang = language();
    this.notice.textContent = t("notice");
  }

  /**
   * In the language of the session, whose labels the server gives; the `lang` of the element changes the session's, that of the document counts
   * only where the session has none that is spoken here: a page that says nothing true of its language shall change nobody's.
   */
  async #speakTo(session) {
    this.#speak(document.documentElement.lang, session?.locale, this.lang);
    if (session && !session.locale?.startsWith(language())) {
      await api.speak(language()).catch(() => {});
    }
  }

  /** @param {boolean} quiet whether the user has not asked for it, and is to stay where he is */
  #go(address, { say = [], quiet = false } = {}) {
    const { view: name, given } = placeAt(address);
    const view = Object.assign(element(name), given, { session: this.#session, embedded: true, quiet });
    view.addEventListener("smpr-done", ({ detail }) => this.#done(detail));
    this.#show(view, ...[say].flat());
  }

  /** What is saved is told to the EHR, which can close the element, or take it away; else the element goes on by itself. */
  #done({ goTo, say }) {
    const saved = new CustomEvent("smpr-saved", { bubbles: true, composed: true, cancelable: true, detail: { say } });
    if (this.dispatchEvent(saved)) {
      this.#leadTo(goTo, say);
    }
  }

  /** Within one place the element goes along; to another one, the window goes, unless the EHR takes it there itself (`smpr-go`). */
  #leadTo(address, say) {
    if (address === this.address || this.isWithin(address)) {
      this.#go(address, { say });
      return;
    }
    const detail = { address, href: href(address), ...placeAt(address).given };
    const go = new CustomEvent("smpr-go", { bubbles: true, composed: true, cancelable: true, detail });
    if (this.dispatchEvent(go)) {
      location.assign(href(address));
    }
  }

  /** @returns {boolean} whether the place belongs to what this element shows */
  isWithin() {
    return false;
  }

  #follow(event) {
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const link = event.target.closest("a[href]");
    const address = plain && link && link.target !== "_blank" ? addressOf(link.href) : null;
    if (address) {
      event.preventDefault();
      if (!this.unsaved || confirm(t("leave"))) {
        this.#leadTo(address);
      }
    }
  }

  /** What is entered stays until the same person is signed in again; until then nobody sees it. */
  async #hide() {
    if (!this.#session || this.content.hidden) {
      return;
    }
    this.content.hidden = true;
    this.#say([
      t("sessionEnded"),
      " ",
      element("button", { type: "button", onclick: () => this.#resume() }, t("tryAgain")),
    ]);
  }

  async #resume() {
    const before = this.#session?.user.uuid;
    const session = await api.session().catch(() => ({ authenticated: false }));
    if (!session.authenticated) {
      return;
    }
    this.content.hidden = false;
    if (session.user.uuid === before) {
      this.#say("");
      return;
    }
    this.#begin();
  }

  /** Says why there is nothing to show, below a head that others have too. */
  #tell(...say) {
    this.#show(element("h1", { class: "unseen" }, t("title")), ...say);
  }

  #show(view, ...say) {
    this.#view = view;
    this.content.hidden = false;
    this.content.replaceChildren(...[view].filter(Boolean));
    this.#say(say.flatMap((part, i) => (i ? [" ", part] : [part])));
  }

  /** @param {string|Node[]} what a sentence, with a control where something can be done about it */
  #say(what) {
    this.status.replaceChildren(...[what].flat().filter(Boolean));
  }
}
