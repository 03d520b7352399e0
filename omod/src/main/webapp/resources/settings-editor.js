/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { element, unseen } from "./dom.js";
import * as service from "./service-api.js";
import "./settings-texts.js";
import { t } from "./strings.js";
import { headings, wide } from "./tables.js";

/**
 * A new document: written, pasted or loaded from a file, checked, and put in force only as it was checked.
 *
 * @param {Object} of
 * @param {Function} of.accepted called with a sentence once a document is in force
 * @param {Function} of.outdated called where somebody else had another document accepted meanwhile; gives the version that is shown then
 * @param {Object} [of.entered] what was entered before the language changed
 * @returns {Object} `element`; `entered`, `unsaved`; `follows(version)`; `take(document, version)`
 */
export function editorOf({ accepted, outdated, entered = { text: "", kind: "SETTINGS" } }) {
  /** What was in force, and shown, when the text was begun. It stays with the text: what is read later its writer may not have looked at. */
  let version = entered.version;
  /** The text and kind that the last check was of, and found good. */
  let good = null;
  /** What was taken as it is; changed by nobody yet. */
  let taken = entered.taken ?? "";

  const text = element("textarea", {
    id: "document",
    class: "document",
    rows: "16",
    spellcheck: "false",
    autocapitalize: "none",
    wrap: "off",
    "aria-describedby": "document-hint document-fault",
    oninput: () => changed(),
  });
  text.value = entered.text;
  const kinds = ["SETTINGS", "INSTRUMENT"].map((kind) =>
    element("input", {
      type: "radio",
      name: "kind",
      value: kind,
      checked: entered.kind === kind,
      onchange: () => changed(),
    }),
  );
  const kind = () => kinds.find((radio) => radio.checked).value;
  const file = element("input", { id: "document-file", type: "file", accept: ".json,application/json" });
  const fault = element("p", { class: "fault", id: "document-fault", role: "alert" });
  const result = element("div", {
    class: "checked",
    role: "region",
    "aria-label": t("settingsResult"),
    tabindex: "-1",
  });
  const accept = element(
    "button",
    { type: "button", class: "first", onclick: () => putInForce() },
    t("settingsAccept"),
  );
  const accepting = element("p", { class: "row", hidden: true }, accept, element("span", {}, t("settingsAcceptHint")));

  const changed = () => {
    good = null;
    accepting.hidden = true;
    fault.textContent = "";
    result.replaceChildren();
    text.setAttribute("aria-invalid", "false");
  };

  const write = (document, sort, inForce) => {
    text.value = document;
    version = inForce;
    taken = document;
    kinds.forEach((radio) => (radio.checked = radio.value === sort));
    changed();
    text.focus();
    text.setSelectionRange(0, 0);
    text.scrollTop = 0;
  };

  file.addEventListener("change", async () => {
    if (file.files[0]) {
      write(await file.files[0].text(), kind(), version);
      taken = "";
    }
  });

  const takeInForce = async () => {
    try {
      const site = await service.site(true);
      write(site.text ?? EMPTY, "SETTINGS", site.version);
    } catch (refusal) {
      fault.textContent = refusal.message;
    }
  };

  const refuse = (refusal) => {
    fault.textContent = [
      refusal.status === 409 ? refusal.said : refusal.message,
      ...Object.values(refusal.faults ?? {}).flat(),
    ].join(" ");
    text.focus();
  };

  const check = async (event) => {
    event.preventDefault();
    changed();
    const asked = { document: text.value, kind: kind() };
    result.replaceChildren(element("p", { role: "status" }, t("loading")));
    try {
      const found = await service.postSite({ ...asked, check: true });
      if (text.value !== asked.document || kind() !== asked.kind) {
        return;
      }
      result.replaceChildren(...told(found, asked.document, goTo));
      text.setAttribute("aria-invalid", String(found.faults.length > 0));
      good = found.faults.length ? null : asked;
      accepting.hidden = !good;
      result.focus();
    } catch (refusal) {
      result.replaceChildren();
      refuse(refusal);
    }
  };

  const putInForce = async () => {
    if (!good) {
      return;
    }
    try {
      const { changes, version: now } = await service.postSite({ ...good, version: version ?? null });
      version = now;
      taken = text.value;
      changed();
      await accepted(t("settingsNowInForce", changes.length));
    } catch (refusal) {
      changed();
      refuse(refusal);
      if (refusal.status === 409) {
        version = (await outdated()) ?? version;
      }
    }
  };

  /** Shows a place in the document: its line is chosen, and scrolled to. */
  const goTo = (line, column) => {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0);
    text.focus();
    text.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0));
    text.scrollTop = ((line - 3) / lines.length) * text.scrollHeight;
  };

  const drawn = element(
    "section",
    { class: "editor" },
    element("h2", { tabindex: "-1" }, t("settingsNew")),
    element("p", { class: "hint" }, t("settingsNewExplained")),
    element(
      "form",
      { onsubmit: check, novalidate: true },
      element(
        "fieldset",
        { class: "kinds" },
        element("legend", {}, t("settingsKind")),
        element(
          "div",
          { class: "choices" },
          kinds.map((radio) =>
            element("label", { class: "choice" }, radio, element("span", {}, t("settingsKinds")[radio.value])),
          ),
        ),
      ),
      element(
        "div",
        { class: "row" },
        element("button", { type: "button", onclick: takeInForce }, t("settingsBegin")),
        element("label", { for: "document-file" }, t("settingsFile")),
        file,
      ),
      element("label", { for: "document" }, t("settingsText")),
      text,
      element("p", { class: "hint", id: "document-hint" }, t("settingsTextHint")),
      fault,
      element("p", { class: "row" }, element("button", { class: "first" }, t("settingsCheck"))),
    ),
    result,
    accepting,
  );

  return {
    element: drawn,
    get entered() {
      return { text: text.value, kind: kind(), taken, version };
    },
    get unsaved() {
      return text.value.trim() !== "" && text.value !== taken;
    },
    follows: (inForce) => {
      if (text.value.trim() === "") {
        version = inForce;
      }
    },
    take: (document, inForce) => write(document.text, document.kind, inForce),
  };
}

/** What a document has at least. */
const EMPTY = '{\n  "format": 1\n}\n';

/** @returns {Array} what a check found: faults with their lines; or what would change, and what should be known */
function told({ faults, changes, warnings }, document, goTo) {
  if (faults.length) {
    const lines = document.split("\n");
    return [
      element("h3", {}, t("settingsFaults", faults.length)),
      element(
        "ol",
        { class: "faults" },
        faults.map(({ line, column, path, message }) =>
          element(
            "li",
            {},
            element(
              "button",
              { type: "button", class: "quiet", onclick: () => goTo(line, column) },
              t("settingsLine", line, column),
            ),
            // A text that is no JSON has no places yet.
            path ? [" ", element("code", {}, path)] : "",
            t("colon"),
            element("span", { class: "fault" }, message),
            element(
              "pre",
              {},
              element("code", {}, unseen(t("settingsLineSays"), " "), `${line} │ ${lines[line - 1] ?? ""}`),
            ),
          ),
        ),
      ),
    ];
  }
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
