/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import "./board-texts.js";
import { askFor } from "./form-dialog.js";
import * as service from "./service-api.js";
import { t } from "./strings.js";

/** Sets up a unit with places, or changes one: its name, where it is, how many places it has. */
export async function editUnit(over, unit, after) {
  const locations = await api.locations();
  askFor(over, {
    title: unit ? t("unitChangeOf", unit.display) : t("unitAdd"),
    questions: [
      { field: "name", kind: "LINE", display: t("unitName"), required: true },
      {
        field: "location",
        kind: "CODED",
        display: t("unitLocation"),
        required: true,
        choices: locations.map(({ uuid, display }) => ({ code: uuid, display, offered: true })),
      },
      {
        field: "capacity",
        kind: "NUMBER",
        display: t("unitCapacity"),
        required: true,
        usual: unit ? null : "5",
        hint: t("unitCapacityHint"),
      },
    ],
    held: unit ? { name: unit.name, location: unit.location?.uuid ?? null, capacity: unit.capacity } : {},
    buttons: [{ words: t("recordIt"), answers: unit ? { version: unit.version } : {} }],
    send: (body) => service.saveUnit(unit?.uuid, body),
    after,
  });
}
