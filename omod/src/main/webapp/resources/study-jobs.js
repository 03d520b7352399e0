/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { element } from "./dom.js";
import { may } from "./privileges.js";
import * as study from "./study-api.js";
import "./study-texts.js";
import { readableDay, readableNumber, readableTime, t } from "./strings.js";
import { headings, wide } from "./tables.js";

/** Milliseconds after which a job that is not over is asked again. */
const AGAIN = 2000;

const LASTING = ["WAITING", "RUNNING"];

/** Exports and imports: asking for one, how far each is, cancelling it, and fetching what it made. */
export class JobsPart {
  #view;
  #timer = null;

  /** @returns {JobsPart|null} null where the user may ask for nothing that takes longer than a request */
  static for(view) {
    const mayAsk = ["Export SMPR Study", "Import SMPR Assessments"].some((privilege) => may(view.session, privilege));
    return mayAsk ? new JobsPart(view) : null;
  }

  constructor(view) {
    this.#view = view;
    this.said = element("p", { role: "status", class: "recorded" });
    this.content = element("div", {});
    this.element = element(
      "section",
      {},
      element("h2", {}, t("jobs")),
      element("p", { class: "hint" }, t("jobsExplained")),
      this.#may("Export SMPR Study") ? this.#exporting() : "",
      this.#may("Import SMPR Assessments") ? this.#importing() : "",
      this.said,
      this.content,
    );
  }

  #may(privilege) {
    return may(this.#view.session, privilege);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async read() {
    this.stop();
    try {
      const jobs = await study.jobs();
      this.content.replaceChildren(jobs.length ? this.#table(jobs) : element("p", {}, t("jobsNone")));
      if (jobs.some(({ state }) => LASTING.includes(state.code)) && this.element.isConnected) {
        this.#timer = setTimeout(() => this.read(), AGAIN);
      }
    } catch (refusal) {
      this.content.replaceChildren(element("p", { class: "fault", role: "alert" }, refusal.message));
    }
  }

  /** Does what the server may refuse, and says why. */
  async #attempt(act) {
    this.said.textContent = "";
    try {
      await act();
    } catch (refusal) {
      this.said.textContent = [
        refusal.status === 409 ? refusal.said : refusal.message,
        ...Object.values(refusal.faults ?? {}).flat(),
      ].join(" ");
    }
    await this.read();
  }

  #exporting() {
    const texts = element("input", { type: "checkbox", id: "export-texts" });
    return element(
      "p",
      { class: "row" },
      element(
        "button",
        { type: "button", onclick: () => this.#attempt(() => study.askExport(texts.checked)) },
        t("jobExport"),
      ),
      this.#may("Export SMPR Study Texts")
        ? element("label", { class: "choice" }, texts, element("span", {}, t("jobExportTexts")))
        : "",
    );
  }

  #importing() {
    const instrument = element("select", { id: "import-instrument" });
    this.instrument = instrument;
    const file = element("input", { id: "import-file", type: "file", accept: ".csv,text/csv" });
    const template = element("a", { href: "#" }, t("jobTemplate"));
    const follow = () => (template.href = study.importTemplate(instrument.value));
    instrument.addEventListener("change", follow);
    api
      .instruments()
      .then((all) => {
        instrument.append(...all.map(({ code, display }) => element("option", { value: code }, display)));
        follow();
      })
      .catch((refusal) => (this.said.textContent = refusal.message));
    const send = (dryRun) =>
      this.#attempt(async () => {
        if (!file.files[0]) {
          file.focus();
          this.said.textContent = t("jobFileMissing");
          return;
        }
        await study.askImport({ instrument: instrument.value, file: await file.files[0].text(), dryRun });
      });
    return element(
      "fieldset",
      { class: "import" },
      element("legend", {}, t("jobImport")),
      element("p", { class: "hint" }, t("jobImportExplained")),
      element(
        "p",
        { class: "row" },
        element("label", { for: "import-instrument" }, t("jobInstrument")),
        instrument,
        template,
      ),
      element("p", { class: "row" }, element("label", { for: "import-file" }, t("jobFile")), file),
      element(
        "p",
        { class: "row" },
        element("button", { type: "button", onclick: () => send(true) }, t("jobTry")),
        element("button", { type: "button", onclick: () => send(false) }, t("jobImportNow")),
      ),
    );
  }

  #table(jobs) {
    return wide(
      t("jobs"),
      element(
        "table",
        { class: "jobs" },
        headings([t("jobWhat"), t("jobAsked"), t("jobState"), t("actions")]),
        element(
          "tbody",
          {},
          jobs.map((job) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, job.kind.display, element("span", { class: "second" }, this.#of(job))),
              element(
                "td",
                {},
                t("jobMoment", readableDay(job.dateAsked), readableTime(job.dateAsked)),
                element("span", { class: "second" }, job.askedBy?.display ?? ""),
              ),
              element("td", {}, state(job)),
              element("td", {}, this.#acts(job)),
            ),
          ),
        ),
      ),
    );
  }

  /** What distinguishes it from others of its kind. */
  #of({ parameters }) {
    const code = parameters?.instrument;
    const named = [...(this.instrument?.options ?? [])].find(({ value }) => value === code);
    return [named?.text ?? code, parameters?.dryRun && t("jobTrial"), parameters?.texts && t("jobWithTexts")]
      .filter(Boolean)
      .join(", ");
  }

  #acts(job) {
    if (LASTING.includes(job.state.code)) {
      return element(
        "button",
        {
          type: "button",
          class: "quiet",
          disabled: job.cancelRequested,
          onclick: () => this.#attempt(() => study.cancelJob(job.uuid)),
        },
        t("jobCancel"),
      );
    }
    return job.file
      ? element(
          "button",
          { type: "button", class: "quiet", onclick: () => this.#attempt(() => this.#fetch(job)) },
          t("jobFetch", readableNumber(Math.ceil(job.file.size / 1024))),
        )
      : "–";
  }

  async #fetch(job) {
    const blob = await study.jobFile(job, (done, all) => (this.said.textContent = t("jobFetching", done, all)));
    const link = element("a", { href: URL.createObjectURL(blob), download: job.file.name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), AGAIN);
    this.said.textContent = t("jobFetched", job.file.name);
  }
}

/** @returns {string} what an import has done, or would do */
const counts = ({ rows, toWrite, written, left, faultCount }) =>
  faultCount ? t("jobNothingWritten", rows) : t(written === undefined ? "jobToWrite" : "jobWritten", rows, toWrite ?? written, left);

/** How far it is, or what became of it, with the faults of a file. */
function state({ state: { code, display }, doing, done, total, reason, cancelRequested, result }) {
  return [
    cancelRequested && LASTING.includes(code) ? t("jobCancelling") : display,
    code === "RUNNING" && total
      ? element("progress", { value: done, max: total, "aria-label": doing?.display ?? display })
      : "",
    code === "RUNNING" && doing
      ? element("span", { class: "second" }, total ? t("jobProgress", doing.display, done, total) : doing.display)
      : "",
    reason ? element("span", { class: "second" }, reason.display) : "",
    result?.rows !== undefined && !reason ? element("span", { class: "second" }, counts(result)) : "",
    result?.faults?.length
      ? element(
          "details",
          {},
          element("summary", {}, t("jobFaults", result.faultCount ?? result.faults.length)),
          element(
            "ol",
            { class: "faults" },
            result.faults.map(({ line, column, columnNumber, message }) =>
              element("li", {}, t("jobFault", line, column ?? columnNumber, message)),
            ),
          ),
        )
      : "",
  ];
}
