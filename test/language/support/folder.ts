/** The fixtures: where they lie, and what a refused one says it must be told. */

import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** Programs that are accepted. */
export const ACCEPTED = resolve(import.meta.dirname, "..", "accepted");

/** Programs that are refused, and beside each, as `name.fixed.ts`, what its diagnostic says to write instead. */
export const REFUSED = resolve(import.meta.dirname, "..", "refused");

export function acceptedFixtures(): string[] {
  return fixturesIn(ACCEPTED);
}

/** The refused programs after the rewrite: accepted too. */
export function fixedFixtures(): string[] {
  return fixturesIn(REFUSED).filter(isFixed);
}

/** Programs that get their diagnostics. */
export function refusedFixtures(): string[] {
  return fixturesIn(REFUSED).filter((file) => !isFixed(file));
}

/** What refused programs import: it may have diagnostics of its own. */
export function refusedModules(): string[] {
  return fixturesIn(join(REFUSED, "modules"));
}

/** Modules that fixtures import lie in folders, and are no fixtures themselves. */
function fixturesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(folder, entry.name))
    .sort();
}

function isFixed(file: string): boolean {
  return file.endsWith(".fixed.ts");
}

/** `// TS2C0301 at 5:12`, as the first lines of a refused fixture say it: each becomes `5:12 TS2C0301`. */
export function expectedDiagnostics(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const heading = /^(\/\/.*\n)*/.exec(text)?.[0] ?? "";
  return [...heading.matchAll(/^\/\/ (TS2C\d{4}) at (\d+:\d+)$/gm)].map(([, code, place]) => `${place} ${code}`);
}

/** The diagnostics that `build` printed, by file, in the same form. */
export function diagnosticsByFile(errors: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, file, place, code] of errors.matchAll(/^(\S+\.ts):(\d+:\d+) - error (TS2C\d{4}): /gm)) {
    const path = resolve(file);
    found.set(path, [...(found.get(path) ?? []), `${place} ${code}`]);
  }
  return found;
}
