/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { element, unseen } from "./dom.js";
import "./settings-texts.js";
import { t } from "./strings.js";

/**
 * A new document: written, pasted or loaded from a file, checked, and put in force only as it was checked.
 *
 * @param {Object} of
 * @param {Object} of.words `title`, `explained`, `begin`, `accept`, `acceptHint`
 * @param {Object} of.kinds the words for each kind of document by its code; without `words.kind` it is not asked which it is
 * @param {Function} of.begin gives what is in force, to begin with: `text`, `version`
 * @param {Function} of.check takes `{document, kind}`, changes nothing, and gives what was found: `faults`
 * @param {Function} of.good gives the elements that say what a good document would do, from what the check found
 * @param {Function} of.accept takes `{document, kind}` and the version that its writer looked at, puts it in force, and gives the new `version` and
 *     the `sentence` that says so
 * @param {Function} of.accepted called with that sentence once a document is in force
 * @param {Function} of.outdated called where somebody else had another document accepted meanwhile; gives the version that is shown then
 * @param {Object} [of.entered] what was entered before the language changed
 * @returns {Object} `element`; `entered`, `unsaved`; `follows(version)`; `take(document, version)`
 */
export function editorOf({
  words,
  kinds: kindWords,
  begin,
  check: ask,
  good: told,
  accept: send,
  accepted,
  outdated,
  entered,
}) {
  const first = Object.keys(kindWords)[0];
  entered ??= { text: "", kind: first };
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
  const kinds = Object.keys(kindWords).map((kind) =>
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
  const accept = element("button", { type: "button", class: "first", onclick: () => putInForce() }, words.accept);
  const accepting = element("p", { class: "row", hidden: true }, accept, element("span", {}, words.acceptHint));

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
      const inForce = await begin();
      write(inForce.text ?? EMPTY, first, inForce.version);
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
      const found = await ask(asked);
      if (text.value !== asked.document || kind() !== asked.kind) {
        return;
      }
      result.replaceChildren(...(found.faults.length ? faulty(found.faults, asked.document, goTo) : told(found)));
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
      const { version: now, sentence } = await send(good, version ?? null);
      version = now;
      taken = text.value;
      changed();
      await accepted(sentence);
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
    element("h2", { tabindex: "-1" }, words.title),
    element("p", { class: "hint" }, words.explained),
    element(
      "form",
      { onsubmit: check, novalidate: true },
      words.kind
        ? element(
            "fieldset",
            { class: "kinds" },
            element("legend", {}, words.kind),
            element(
              "div",
              { class: "choices" },
              kinds.map((radio) =>
                element("label", { class: "choice" }, radio, element("span", {}, kindWords[radio.value])),
              ),
            ),
          )
        : "",
      element(
        "div",
        { class: "row" },
        element("button", { type: "button", onclick: takeInForce }, words.begin),
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

/** @returns {Array} each fault with its line */
function faulty(faults, document, goTo) {
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
