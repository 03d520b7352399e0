/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { personAddress } from "./address.js";
import { Frame } from "./frame.js";

/** Of one person: his pages, and what is charted from there. */
class PersonFrame extends Frame {
  static observedAttributes = ["patient", "lang"];

  get address() {
    return this.patient ? personAddress(this.patient) : null;
  }

  get patient() {
    return this.getAttribute("patient");
  }

  isWithin(address) {
    return address === personAddress(this.patient) || address.startsWith(`${personAddress(this.patient)}/`);
  }
}

/** `<smpr-trajectory patient="uuid">`: a person over time, and what follows from it. */
class Trajectory extends PersonFrame {
  needs = "Get SMPR Assessments";
}

/** `<smpr-due patient="uuid">`: what is due and overdue of a person, and what is not known. */
class Due extends Frame {
  static observedAttributes = ["patient", "lang"];

  needs = "Get SMPR Pathway";

  get address() {
    const patient = this.getAttribute("patient");
    return patient ? `#/due/${patient}` : null;
  }
}

/** `<smpr-assessment patient="uuid" instrument="code">` charts one; with `uuid`, continues or amends it. */
class Assessment extends PersonFrame {
  static observedAttributes = ["patient", "instrument", "uuid", "lang"];

  needs = "Manage SMPR Assessments";

  get address() {
    const [instrument, uuid] = ["instrument", "uuid"].map((name) => this.getAttribute(name));
    if (!this.patient || !(instrument || uuid)) {
      return null;
    }
    return uuid ? personAddress(this.patient, "amend", uuid) : personAddress(this.patient, instrument, "new");
  }
}

/** `<smpr-worklist>`: who is due when, in the whole service. */
class Worklist extends Frame {
  static observedAttributes = ["lang"];

  needs = "Get SMPR Worklist";
  address = "#/worklist";
}

/** `<smpr-board>`: the places of the flat-share, who lives there, who is to come and who waits. */
class Board extends Frame {
  static observedAttributes = ["lang"];

  needs = "Get SMPR Places";
  address = "#/board";
}

const ELEMENTS = {
  "smpr-trajectory": Trajectory,
  "smpr-due": Due,
  "smpr-assessment": Assessment,
  "smpr-worklist": Worklist,
  "smpr-board": Board,
};

Object.entries(ELEMENTS).forEach(([name, made]) => customElements.define(name, made));
