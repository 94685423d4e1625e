import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./parts.ts";

const PAGE = "SECURITY.md";

/** Whether each promise of SECURITY.md names tests, and they are there. */
export function checkPromises(root: string): Outcome {
  const [, section = ""] = readFileSync(join(root, PAGE), "utf8").split("## What is promised");
  const rows = (section.split("\n## ")[0] ?? "").split("\n").filter((line) => /^\| (?!promise|---)/.test(line));
  const wrong = rows.flatMap((row) => {
    const tests = testsOf(row);
    const promise = row.slice(2, 60);
    return tests.length === 0
      ? [`${promise}…: no test is named`]
      : tests.filter((test) => !isThere(root, test)).map(({ file, name }) => `${promise}…: ${file} has no "${name}"`);
  });
  return {
    ok: wrong.length === 0 && rows.length > 0,
    output: rows.length === 0 ? `${PAGE} promises nothing` : wrong.join("\n") || `${rows.length} promises`,
  };
}

interface Named {
  readonly file: string;
  readonly name: string;
}

/** The tests of a row: `[what](test/…): *name*, *name*; …`. */
function testsOf(row: string): Named[] {
  return [...row.matchAll(/\]\((test\/[^)]+)\): ((?:\*[^*]+\*(?:, )?)+)/g)].flatMap(([, file = "", names = ""]) =>
    [...names.matchAll(/\*([^*]+)\*/g)].map(([, name = ""]) => ({ file, name })),
  );
}

/** Whether the file has a test whose name ends like that, or a function of C. */
function isThere(root: string, { file, name }: Named): boolean {
  const path = join(root, file);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  return [`${name}"`, `${name}\``, `static void ${name}(`].some((ending) => text.includes(ending));
}
