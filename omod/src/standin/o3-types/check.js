/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

// Checks the forms of a folder (a JSON schema a file) as the form engine reads them: each is a value of its type FormSchema, and
// its own evaluator understands each expression, of no answers and of some.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile, evaluateAsType, extractVariableNames } from "@openmrs/esm-expression-evaluator";
import dayjs from "dayjs";

const folder = process.argv[2];
const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();
if (!files.length) {
  throw new Error(`No forms in ${folder}`);
}
const forms = Object.fromEntries(files.map((file) => [file, JSON.parse(readFileSync(join(folder, file), "utf8"))]));
typeCheck();
const expressions = Object.entries(forms).reduce((sum, [file, form]) => sum + evaluateAll(file, form), 0);
console.log(`${files.length} forms are values of FormSchema; ${expressions} expressions evaluated`);

function typeCheck() {
  const constants = Object.values(forms).map((form, i) => `export const form${i}: FormSchema = ${JSON.stringify(form, null, 1)};`);
  const lines = ['import { type FormSchema } from "@openmrs/esm-form-engine-lib/src/types/schema";', ...constants];
  writeFileSync("forms.ts", lines.join("\n"));
  execFileSync("node_modules/.bin/tsc", ["--noEmit", "-p", "."], { stdio: "inherit" });
}

/** Evaluates every expression of the form as the engine does, and returns how many there are. */
function evaluateAll(file, form) {
  const fields = form.pages.flatMap((page) => page.sections).flatMap((section) => section.questions);
  const ids = new Set(fields.map((field) => field.id));
  const found = [];
  collect(form, (key, value) => found.push([key, value]));
  for (const [key, expression] of found) {
    const variables = extractVariableNames(compile(expression));
    const unknown = variables.filter((name) => !ids.has(name) && !(name in helpers()));
    if (unknown.length) {
      throw new Error(`${file}: ${key} uses ${unknown}: ${expression}`);
    }
    for (const answers of [none(fields), some(fields)]) {
      for (const last of [[], lastObs(fields)]) {
        evaluateAsType(expression, { ...helpers(last), ...answers }, (result) => (check(key, result), true));
      }
    }
  }
  return found.length;
}

function check(key, result) {
  if (key !== "historicalExpression" && typeof result !== "boolean") {
    throw new Error(`${key} gives ${result}`);
  }
}

function collect(node, take) {
  for (const [key, value] of Object.entries(node ?? {})) {
    if (key.endsWith("Expression")) {
      take(key, value);
    } else if (typeof value === "object") {
      collect(value, take);
    }
  }
}

/** What the engine puts beside the answers. */
function helpers(last = []) {
  const previous = { value: { obs: last }, getValue: (concept) => last.find((obs) => obs.concept.uuid === concept) };
  return {
    isEmpty: (value) => value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length),
    includes: (collection, value) => collection?.includes(value),
    today: () => new Date(),
    dayjs,
    mode: "enter",
    HD: { getObject: () => previous },
  };
}

function none(fields) {
  return Object.fromEntries(fields.map((field) => [field.id, field.questionOptions.rendering.startsWith("checkbox") ? [] : null]));
}

function some(fields) {
  return Object.fromEntries(fields.map((field) => [field.id, answer(field.questionOptions)]));
}

function answer({ rendering, answers }) {
  switch (rendering) {
    case "checkbox":
    case "checkbox-searchable":
      return answers.map(({ concept }) => concept);
    case "radio":
      return answers.at(-1).concept;
    case "date":
      return new Date();
    case "number":
      return 6;
    case "toggle":
      return true;
    default:
      return "text";
  }
}

function lastObs(fields) {
  return fields
    .filter((field) => field.type === "obs" && field.questionOptions.rendering === "radio")
    .map(({ questionOptions: { concept, answers } }) => ({ concept: { uuid: concept }, value: { uuid: answers.at(-1).concept } }));
}
