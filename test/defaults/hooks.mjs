/**
 * Loader hooks that number each `??` of a file of `ts/`, tell which defaults were used, and change one of them.
 * `DEFAULTS_USED` names the file that gets a line, `file#number`, for each that was used; `DEFAULT_CHANGED` the one to change.
 */

import { appendFileSync } from "node:fs";
import { register } from "node:module";

import ts from "typescript";

const APPLICATION = new URL("../../ts/", import.meta.url).href;

/** @type {import("node:module").LoadHook} */
export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  const file = url.slice(APPLICATION.length).replace(/\?.*/, "");
  return url.startsWith(APPLICATION) ? { ...loaded, source: marked(String(loaded.source), file) } : loaded;
}

/**
 * `a ?? b` becomes `a ?? usedDefault("file#number", b)`.
 *
 * @param {string} code the JavaScript that the file became
 * @param {string} file
 */
function marked(code, file) {
  /** @type {[number, string][]} */
  const insertions = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
      const id = `${file}#${insertions.length / 2}`;
      insertions.push([node.right.getStart(), `usedDefault("${id}", `], [node.right.end, ")"]);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.js", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  return insertions
    .sort(([a], [b]) => b - a)
    .reduce((text, [at, inserted]) => text.slice(0, at) + inserted + text.slice(at), code);
}

/** @type {Set<string>} */
const used = new Set();

/**
 * @param {string} id
 * @param {unknown} value the default
 */
function usedDefault(id, value) {
  if (process.env.DEFAULTS_USED !== undefined && !used.has(id)) {
    used.add(id);
    appendFileSync(process.env.DEFAULTS_USED, `${id}\n`);
  }
  return id === process.env.DEFAULT_CHANGED ? another(value) : value;
}

/** @param {unknown} value */
function another(value) {
  return typeof value === "number" ? value + 1 : !value;
}

// The thread of the hooks loads this file a second time.
if (!import.meta.url.endsWith("?hooks")) {
  Object.assign(globalThis, { usedDefault });
  register(`${import.meta.url}?hooks`);
}
