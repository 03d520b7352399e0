/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { editorOf } from "./document-editor.js";
import { element } from "./dom.js";
import * as service from "./service-api.js";
import "./settings-texts.js";
import { t } from "./strings.js";
import { headings, wide } from "./tables.js";

/**
 * The editor of what a site sets.
 *
 * @param {Object} of `accepted`, `outdated` and `entered`, as {@link editorOf} takes them
 */
export const settingsEditor = (of) =>
  editorOf({
    words: {
      title: t("settingsNew"),
      explained: t("settingsNewExplained"),
      kind: t("settingsKind"),
      begin: t("settingsBegin"),
      accept: t("settingsAccept"),
      acceptHint: t("settingsAcceptHint"),
    },
    kinds: t("settingsKinds"),
    begin: () => service.site(true),
    check: (asked) => service.postSite({ ...asked, check: true }),
    good: told,
    accept: async (asked, version) => {
      const { changes, version: now } = await service.postSite({ ...asked, version });
      return { version: now, sentence: t("settingsNowInForce", changes.length) };
    },
    ...of,
  });

/** @returns {Array} what would change, and what should be known */
function told({ changes, warnings }) {
  return [
    element("h3", {}, t("settingsGood")),
    warnings.length
      ? element(
          "ul",
          { class: "warnings" },
          warnings.map((warning) => element("li", { class: "warning" }, warning)),
        )
      : "",
    changes.length
      ? wide(
          t("settingsChanges", changes.length),
          element(
            "table",
            { class: "settings" },
            element("caption", {}, t("settingsChanges", changes.length)),
            headings([t("settingsWhat"), t("settingsBefore"), t("settingsAfter")]),
            element(
              "tbody",
              {},
              changes.map(({ sectionLabel, label, before, after }) =>
                element(
                  "tr",
                  {},
                  element("th", { scope: "row" }, label, element("span", { class: "second" }, sectionLabel)),
                  element("td", { class: "value" }, before ?? t("settingsNotSet")),
                  element("td", { class: "value" }, after ?? t("settingsNotSet")),
                ),
              ),
            ),
          ),
        )
      : element("p", {}, t("settingsNoChange")),
  ].filter(Boolean);
}
