/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { href } from "./address.js";
import { element } from "./dom.js";
import { placeAt, placesOf } from "./places.js";
import { may } from "./privileges.js";
import { LANGUAGES, language, setLanguage, t } from "./strings.js";
import "./sign-in.js";

/** The language that was chosen on this page, for as long as its window is open and nobody has signed out. */
const LANGUAGE_KEPT = "smpr.language";

/**
 * The frame around every view: where one can go, who is signed in, the language, what the page has to say, the notice of secrecy. Which view
 * is shown follows from the address.
 */
class App extends HTMLElement {
  #session = null;
  #view = null;
  #shownAt = null;

  /** What the view calls itself, in the window's title. */
  #title = "";

  async connectedCallback() {
    setLanguage(sessionStorage.getItem(LANGUAGE_KEPT) ?? navigator.language);
    this.#draw();
    this.addEventListener("smpr-signed-in", (event) => this.#enter(event.detail, { here: true }));
    this.addEventListener("smpr-say", (event) => this.#say(event.detail));
    this.addEventListener("smpr-title", (event) => {
      this.#title = event.detail;
      this.#drawTitle();
    });
    document.addEventListener("smpr-signed-out", () => this.#askToSignInAgain());
    addEventListener("hashchange", () => this.#route());
    addEventListener("beforeunload", (event) => this.#view?.unsaved && event.preventDefault());
    try {
      await this.#enter(await api.session());
    } catch (refusal) {
      await this.#enter({ authenticated: false });
      this.#say(refusal.status === 401 ? "" : refusal.message);
    }
  }

  #draw() {
    this.header = element("header", { class: "frame" });
    this.status = element("p", { role: "status", class: "status" });
    this.main = element("main", { id: "content", tabindex: "-1" });
    this.notice = element("p", {});
    this.again = element("dialog", { class: "again" });
    // Leaving this window without signing in would show the record to whoever sits there now.
    this.again.addEventListener("cancel", (event) => event.preventDefault());
    this.skip = element("a", { class: "skip", href: "#content", onclick: (event) => this.#skip(event) });
    this.append(this.skip, this.header, this.status, this.main, element("footer", {}, this.notice), this.again);
    this.#drawFrame();
  }

  #drawTitle() {
    document.title = [this.#title, t("title"), "SMPR"].filter(Boolean).join(" – ");
  }

  #drawFrame() {
    document.documentElement.lang = language();
    this.#drawTitle();
    this.skip.textContent = t("skip");
    this.notice.textContent = t(placeAt(location.hash).notice ?? "notice");
    const user = this.#session?.user;
    this.header.replaceChildren(
      element(
        "a",
        { class: "home", href: href("#/"), "aria-label": t("home") },
        element("b", {}, "SMPR"),
        " ",
        element("span", {}, t("title")),
      ),
      element(
        "div",
        { class: "languages", role: "group", "aria-label": t("languages") },
        Object.entries(LANGUAGES).map(([code, name]) =>
          element(
            "button",
            {
              type: "button",
              lang: code,
              "aria-pressed": String(code === language()),
              onclick: () => this.#speak(code),
            },
            name,
          ),
        ),
      ),
      user ? element("span", { class: "who" }, user.person?.display ?? user.display) : "",
      user ? element("button", { type: "button", onclick: () => this.#leave() }, t("signOut")) : "",
      this.#places(),
    );
  }

  /** Where this user can go, with the present place marked. */
  #places() {
    const places = placesOf(this.#session);
    const { path } = placeAt(location.hash);
    return places.length
      ? element(
          "nav",
          { class: "places", "aria-label": t("places") },
          element(
            "ul",
            {},
            places.map((place) =>
              element(
                "li",
                {},
                element(
                  "a",
                  { href: href(`#/${place.path}`), "aria-current": place.path === path ? "page" : null },
                  t(place.text),
                ),
              ),
            ),
          ),
        )
      : "";
  }

  #skip(event) {
    event.preventDefault();
    this.main.focus();
  }

  /**
   * Goes on with this session, or to the sign-in where it is nobody's.
   *
   * @param {boolean} here whether it has begun on this page, and not in another window
   */
  async #enter(session, { here = false } = {}) {
    const before = this.#session;
    this.#session = session.authenticated ? session : null;
    if (this.#session) {
      await this.#speakTo(session, here);
    }
    this.#drawFrame();
    if (this.again.open && this.#session) {
      this.again.close();
      this.again.replaceChildren();
      this.#say("");
      // The same person finds the view as it was; another one must not see what the first had entered.
      if (before?.user.uuid === this.#session.user.uuid) {
        return;
      }
    }
    this.#show();
  }

  /**
   * In the language chosen here, else in the user's own, else in that of the session, which the server's labels follow. Of a session that has
   * just begun here nobody has chosen one: it goes on in the language in which the page asked to sign in.
   */
  async #speakTo({ user, locale }, here) {
    const chosen = sessionStorage.getItem(LANGUAGE_KEPT);
    [here ? language() : locale, user.userProperties?.defaultLocale, chosen].forEach(setLanguage);
    if (!locale?.startsWith(language())) {
      await api.speak(language()).catch((refusal) => this.#say(refusal.message));
    }
  }

  #askToSignInAgain() {
    if (this.#session && !this.again.open) {
      this.again.replaceChildren(element("smpr-sign-in", { again: true }));
      this.again.showModal();
    }
  }

  async #leave() {
    if (!this.#mayLeave()) {
      return;
    }
    try {
      await api.signOut();
    } catch (refusal) {
      this.#say(refusal.message);
      return;
    }
    this.#session = null;
    sessionStorage.removeItem(LANGUAGE_KEPT);
    history.replaceState(null, "", "#/");
    this.#drawFrame();
    this.#show();
  }

  /** What is shown is read anew, since the server's labels change too; what was entered stays. */
  async #speak(code) {
    setLanguage(code);
    sessionStorage.setItem(LANGUAGE_KEPT, code);
    this.#drawFrame();
    this.#say("");
    this.header.querySelector(`button[lang=${code}]`).focus();
    try {
      if (this.#session) {
        await api.speak(code);
      }
    } catch (refusal) {
      this.#say(refusal.message);
    }
    await this.#view?.translate?.();
  }

  #mayLeave() {
    return !this.#view?.unsaved || confirm(t("leave"));
  }

  #route() {
    if (location.hash === this.#shownAt) {
      return;
    }
    if (!this.#mayLeave()) {
      history.replaceState(null, "", this.#shownAt);
      return;
    }
    this.#show();
  }

  #show() {
    this.#goToOwnPlace();
    this.#shownAt = location.hash;
    this.#title = "";
    this.#view = this.#session ? this.#viewAt(location.hash) : element("smpr-sign-in");
    this.#say(this.#parting ?? "");
    this.#parting = null;
    this.#drawFrame();
    this.main.replaceChildren(this.#view);
    scrollTo(0, 0);
  }

  /** Whoever may not look for people begins where he may go. */
  #goToOwnPlace() {
    const [first] = placesOf(this.#session);
    if (first?.path && placeAt(location.hash).path === "") {
      history.replaceState(null, "", `#/${first.path}`);
    }
  }

  #viewAt(address) {
    const place = placeAt(address);
    if (place.needs && !may(this.#session, place.needs)) {
      return element("div", {}, element("h1", {}, t(place.text)), element("p", { class: "fault" }, t("notAllowed")));
    }
    const view = Object.assign(element(place.view), place.given, { session: this.#session });
    view.addEventListener("smpr-done", (event) => {
      this.#parting = event.detail.say;
      location.hash = event.detail.goTo;
    });
    view.addEventListener("smpr-moved", (event) => {
      history.replaceState(null, "", event.detail);
      this.#shownAt = location.hash;
    });
    return view;
  }

  /** What a view says on its way out, shown with the next one. */
  #parting = null;

  /** @param {string|Node[]} what a sentence, with a control where something can be done about it */
  #say(what) {
    this.status.replaceChildren(...[what].flat());
  }
}

customElements.define("smpr-app", App);
