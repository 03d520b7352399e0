/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

/** How long after the last change it is saved, and how long after the first at the latest, in milliseconds. */
const AFTER_LAST = 1500;
const AFTER_FIRST = 8000;

/** How long after a failure it is tried again. */
const AGAIN = 15000;

/** Saves as one goes: a moment after the last change, at once when the page goes out of sight, and again where the server was not reached. */
export class Autosave {
  #save;
  #timer = null;
  #since = null;
  #held = false;

  /** @param {Function} save saves what is unsaved; resolves to whether to try again later */
  constructor(save) {
    this.#save = save;
    this.hide = () => document.visibilityState === "hidden" && this.now();
  }

  start() {
    document.addEventListener("visibilitychange", this.hide);
    addEventListener("pagehide", this.hide);
  }

  stop() {
    document.removeEventListener("visibilitychange", this.hide);
    removeEventListener("pagehide", this.hide);
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  changed() {
    this.#since ??= Date.now();
    this.#in(Math.min(AFTER_LAST, Math.max(0, this.#since + AFTER_FIRST - Date.now())));
  }

  /** Saves nothing by itself until the user has: what somebody else has changed meanwhile is his to judge. */
  hold() {
    this.#held = true;
  }

  release() {
    this.#held = false;
  }

  async now() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#since = null;
    if (!this.#held && (await this.#save())) {
      this.#in(AGAIN);
    }
  }

  #in(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), milliseconds);
  }
}
