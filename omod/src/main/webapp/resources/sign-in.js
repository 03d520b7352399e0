/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { element } from "./dom.js";
import { t } from "./strings.js";

/** Asks for user name and password; tells the page the session with `smpr-signed-in`. With `again`, for a session that has ended. */
class SignIn extends HTMLElement {
  connectedCallback() {
    this.#draw();
  }

  translate() {
    const { username, password } = this.form.elements;
    const entered = [username.value, password.value];
    this.#draw();
    [this.form.elements.username.value, this.form.elements.password.value] = entered;
  }

  #draw() {
    const field = (name, type, label, complete) => [
      element("label", { for: name }, label),
      element("input", {
        id: name,
        name,
        type,
        autocomplete: complete,
        required: true,
        autocapitalize: "none",
        spellcheck: "false",
      }),
    ];
    this.fault = element("p", { class: "fault", role: "alert" });
    this.form = element(
      "form",
      { class: "sign-in", onsubmit: (event) => this.#submit(event) },
      element("h1", {}, t("signIn")),
      this.hasAttribute("again") ? element("p", {}, t("signInAgain")) : "",
      field("username", "text", t("username"), "username"),
      field("password", "password", t("password"), "current-password"),
      this.fault,
      element("button", { class: "first" }, t("signIn")),
    );
    this.replaceChildren(this.form);
    this.form.elements.username.focus();
  }

  async #submit(event) {
    event.preventDefault();
    const { username, password } = this.form.elements;
    this.fault.textContent = "";
    try {
      const session = await api.signIn(username.value, password.value);
      if (session.authenticated) {
        this.dispatchEvent(new CustomEvent("smpr-signed-in", { bubbles: true, detail: session }));
        return;
      }
      this.fault.textContent = t("signInFailed");
    } catch (refusal) {
      this.fault.textContent = refusal.message;
    }
    password.select();
  }
}

customElements.define("smpr-sign-in", SignIn);
