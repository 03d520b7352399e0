/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { element } from "./dom.js";

/** As narrow and as wide as the server draws, in pixels. */
export const NARROWEST = 560;
const WIDEST = 2400;

/**
 * Shows the server's drawing of a person in a figure, as wide as there is room, and at least as it takes to be read.
 *
 * @param {Object} of `person`, and `code` of an instrument; without it, of everything
 * @param {number} needed width in pixels
 */
export async function drawChart(figure, { person, code = null }, needed, label) {
  const width = Math.min(WIDEST, Math.max(NARROWEST, needed, Math.round(figure.clientWidth)));
  let svg;
  try {
    svg = await api.chart(person, code, width);
  } catch (refusal) {
    figure.replaceChildren(element("p", { class: "fault", role: "alert" }, refusal.message));
    return;
  }
  const said = new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("svg > title, svg > desc");
  const image = element("img", { alt: [...said].map((words) => words.textContent).join(". "), width });
  image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  // Where it is wider than the window it can be moved by keyboard too.
  figure.replaceChildren(element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label }, image));
}
