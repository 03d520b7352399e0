/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

/*
 * The module as OpenMRS 3 loads it: links in its navigation, and dashboards that hold the elements of embed.js. Its loader takes no ES module,
 * but a container that Module Federation would build: a global that is named after the package and gives what o3-routes.json names as components.
 */
(() => {
  "use strict";

  /** Where a person's dashboard stands below his chart, as o3-routes.json says it too. */
  const DASHBOARD = "smpr";

  /** What our pages call these, O3 calls those: Carbon's tokens, as its theme sets them. */
  const TOKENS = {
    "--ink": "var(--cds-text-primary, #161616)",
    "--soft": "var(--cds-text-secondary, #525252)",
    "--ground": "transparent",
    "--line": "var(--cds-border-subtle, #e0e0e0)",
    "--edge": "var(--cds-border-strong, #8d8d8d)",
    "--accent": "var(--brand-01, #005d5d)",
    "font-family": "inherit",
  };

  /** Texts in the language that O3 is shown in. */
  async function texts() {
    const [strings] = await Promise.all([import("./strings.js"), import("./o3-texts.js")]);
    strings.setLanguage(document.documentElement.lang);
    return strings;
  }

  const goTo = (address) => window.singleSpaNavigate(address);

  /** A drawing that O3 has on every page; nothing where it has none of that name. */
  function icon(name) {
    const namespace = document.getElementById(name)?.namespaceURI;
    if (!namespace) {
      return "";
    }
    const [drawing, use] = ["svg", "use"].map((tag) => document.createElementNS(namespace, tag));
    use.setAttribute("href", `#${name}`);
    drawing.append(use);
    Object.entries({ width: 16, height: 16, "aria-hidden": true }).forEach((of) => drawing.setAttribute(...of));
    Object.assign(drawing.style, { marginInlineEnd: "1.5rem", fill: "var(--cds-icon-secondary, #525252)" });
    return drawing;
  }

  /** A link in a navigation of O3; where it leads and how it is called its `meta` says. */
  async function link() {
    const { t } = await texts();
    const a = document.createElement("a");
    a.className = "cds--side-nav__link";
    a.addEventListener("click", (event) => {
      if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
        event.preventDefault();
        goTo(a.href);
      }
    });
    const mark = () => {
      const here = location.pathname === a.pathname || location.pathname.startsWith(`${a.pathname}/`);
      a.classList.toggle("active-left-nav-link", here);
      a.setAttribute("aria-current", here);
    };
    return {
      bootstrap: async () => {},
      async mount({ domElement, basePath, _meta: { path, icon: drawn, text } }) {
        a.href = `${basePath}/${path}`;
        a.replaceChildren(icon(drawn), t(text));
        domElement.append(a);
        mark();
        addEventListener("single-spa:routing-event", mark);
      },
      update: async () => mark(),
      async unmount() {
        removeEventListener("single-spa:routing-event", mark);
        a.remove();
      },
    };
  }

  /** A dashboard that holds these elements, one below the other. */
  async function dashboard(...names) {
    const [{ t }] = await Promise.all([texts(), import("./embed.js")]);
    const elements = names.map((name) => document.createElement(name));
    elements.forEach((element) => {
      element.lang = document.documentElement.lang;
      Object.entries(TOKENS).forEach((of) => element.style.setProperty(...of));
      element.addEventListener("smpr-go", toChart);
    });
    const tellOf = (patient) =>
      elements
        .filter((element) => patient && element.getAttribute("patient") !== patient)
        .forEach((element) => element.setAttribute("patient", patient));
    const ask = ({ detail: { cancelNavigation } }) => {
      if (elements.some((element) => element.unsaved) && !confirm(t("leave"))) {
        cancelNavigation();
      }
    };
    return {
      bootstrap: async () => {},
      async mount({ domElement, patientUuid }) {
        tellOf(patientUuid);
        domElement.append(...elements);
        addEventListener("single-spa:before-routing-event", ask);
      },
      update: async ({ patientUuid }) => tellOf(patientUuid),
      async unmount() {
        removeEventListener("single-spa:before-routing-event", ask);
        elements.forEach((element) => element.remove());
      },
    };
  }

  /** A person is shown in his chart, and not in a page of our own. */
  function toChart(event) {
    const { person } = event.detail;
    if (person) {
      event.preventDefault();
      goTo(`${window.getOpenmrsSpaBase()}patient/${person}/chart/${DASHBOARD}`);
    }
  }

  const components = {
    link,
    person: () => dashboard("smpr-trajectory"),
    worklist: () => dashboard("smpr-worklist"),
    board: () => dashboard("smpr-board"),
    startupApp() {},
    // O3 asks for texts of its own kind; ours are in files of our own.
    importTranslation: Object.assign(async () => ({}), { keys: () => [] }),
  };

  window._smpr_esm_smpr_app = { init() {}, get: async () => () => components };
})();
