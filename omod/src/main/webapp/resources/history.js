/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { fieldName, question, readable } from "./answers.js";
import { show } from "./dialogs.js";
import { element } from "./dom.js";
import { readableDay, readableTime, t } from "./strings.js";

/** Shows who changed what in an assessment, when, why, and what stood there before. */
export const showHistory = (over, instrument, assessment) =>
  show(over, t("historyOf", readableDay(assessment.date)), async () => {
    const history = await api.history(assessment.uuid);
    const ofDraft = history.filter((amendment) => amendment.ofDraft);
    const after = history.filter((amendment) => !amendment.ofDraft);
    return [
      ...after.reverse().map((amendment) => told(instrument, amendment)),
      ofDraft.length
        ? element(
            "details",
            {},
            element("summary", {}, t("historyOfDraft", ofDraft.length)),
            ofDraft.reverse().map((amendment) => told(instrument, amendment)),
          )
        : "",
    ];
  });

function told(instrument, { date, by, reason, ofDraft, changes }) {
  return element(
    "section",
    { class: "amendment" },
    element("h3", {}, t("changedBy", readableDay(date), readableTime(date), by ?? t("notStated"))),
    ofDraft
      ? ""
      : element("p", {}, element("span", { class: "detail" }, t("reasonGiven")), " ", reason ?? t("notStated")),
    element(
      "ul",
      {},
      changes.map((change) => {
        const asked = question(instrument, change.field);
        const words = (held) => (asked && readable(asked, held)) ?? t("noAnswer");
        return element(
          "li",
          {},
          fieldName(instrument, change.field),
          t("colon"),
          element("del", {}, words(change.before)),
          element("span", { "aria-hidden": "true" }, " → "),
          element("ins", {}, words(change.after)),
        );
      }),
    ),
  );
}
