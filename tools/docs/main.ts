/**
 * `npm run docs`: renews what the pages show of the program: tables, excerpts, outputs. Each stands in a page between
 * `<!-- made by npm run docs: NAME -->` and `<!-- end -->`. With `--check` it only says whether that would change anything.
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { EXAMPLES, made } from "./made.ts";

const BLOCK = /(<!-- made by npm run docs: (.+?) -->\n)[^]*?(<!-- end -->)/g;

const root = resolve(import.meta.dirname, "..", "..");

function pages(): string[] {
  const inDocs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));
  return ["README.md", ...inDocs.map((name) => `docs/${name}`)];
}

/** What each file should hold: the pages with their blocks renewed, and the examples that they name. */
function wanted(): Map<string, Buffer> {
  const files = new Map(EXAMPLES);
  for (const page of pages()) {
    const text = readFileSync(page, "utf8");
    const renewed = text.replace(BLOCK, (_, start: string, name: string, end: string) => {
      return `${start}\n${made(name)}\n${end}`;
    });
    files.set(page, Buffer.from(renewed));
  }
  return files;
}

function isCurrent(file: string, bytes: Buffer): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

const { values } = parseArgs({ options: { check: { type: "boolean" } } });
process.chdir(root); // Outputs name files as someone in the top folder sees them.
const changed = [...wanted()].filter(([file, bytes]) => !isCurrent(file, bytes));
for (const [file, bytes] of changed) {
  if (values.check === true) {
    console.error(`${relative(root, file)} is not what the program gives: run npm run docs`);
    continue;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  console.log(`${file} is renewed`);
}
process.exitCode = values.check === true && changed.length > 0 ? 1 : 0;
