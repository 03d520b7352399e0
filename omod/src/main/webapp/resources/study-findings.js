/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { foldedUntilRead } from "./dialogs.js";
import { element } from "./dom.js";
import * as study from "./study-api.js";
import "./study-texts.js";
import { t } from "./strings.js";

/** In the order of the report. */
const ANALYSES = ["flow", "baseline", "survival", "change", "validity", "reliability", "implementation", "uctieffect"];

/** @returns {Element} each analysis with what it finds, read once it is asked for, and the ways to the report */
export function findingsPart() {
  const said = element("p", { role: "status", class: "recorded" });
  return element(
    "section",
    { class: "study-findings" },
    element("h2", {}, t("studyFindings")),
    element("p", { class: "hint" }, t("studyFindingsExplained")),
    element("p", { class: "row" }, reportLink(false, said), reportLink(true, said)),
    said,
    ANALYSES.map((analysis) => foldedUntilRead(t("studyAnalyses")[analysis], () => read(analysis))),
  );
}

/** A link that says here why the report is refused, instead of leading to an answer for programs. */
function reportLink(leave, said) {
  const open = async (event) => {
    event.preventDefault();
    said.textContent = t("loading");
    // Later than with the click a browser opens nothing.
    const page = window.open("", "_blank");
    try {
      await study.tryReport(leave);
      said.textContent = "";
      if (page) {
        page.opener = null;
        page.location = study.report(leave);
      }
    } catch (refusal) {
      page?.close();
      said.textContent = refusal.status === 409 ? refusal.said : refusal.message;
    }
  };
  return element(
    "a",
    { class: "button", href: study.report(leave), target: "_blank", rel: "noopener", onclick: open },
    t(leave ? "studyReportLeave" : "studyReport"),
  );
}

/** What the server has written, drawn and put into tables is shown as it is, in the style of this page. */
async function read(analysis) {
  const page = new DOMParser().parseFromString(await study.findings(analysis), "text/html");
  const sections = [...page.querySelectorAll("main > section")];
  sections.forEach((section) => section.removeAttribute("id"));
  const read = page.querySelector("header .read");
  return [read, ...sections].map((part) => document.importNode(part, true));
}
