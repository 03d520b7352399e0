/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addStrings } from "./strings.js";

/** How the links in OpenMRS 3 are called, beside those of other modules. */
addStrings({
  en: {
    o3Trajectory: "Risk trajectory",
    o3Worklist: "SMPR: worklist",
    o3Board: "SMPR: flat-share (UCTI)",
  },

  fr: {
    o3Trajectory: "Trajectoire du risque",
    o3Worklist: "SMPR : à faire",
    o3Board: "SMPR : appartement (UCTI)",
  },
});
