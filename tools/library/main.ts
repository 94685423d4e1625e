/** `npm run library`: makes the reader for programs of others, as an npm package and as a component for ESP-IDF. */

import { cpSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { makeComponent } from "./component.ts";
import { makePackage } from "./npm.ts";
import { ROOT } from "./root.ts";

const HELP = `Makes the reader for programs of others: OUT/npm, for npm pack, and OUT/p1_reader, a component for ESP-IDF.

npm run library [-- --out OUT]

  --out OUT   where (default: build/library)
`;

const { values } = parseArgs({ options: { out: { type: "string" }, help: { type: "boolean" } } });

if (values.help) {
  process.stdout.write(HELP);
} else {
  const out = values.out ?? join(ROOT, "build", "library");
  for (const [name, make] of [
    ["npm", makePackage],
    ["p1_reader", makeComponent],
  ] as const) {
    const folder = join(out, name);
    rmSync(folder, { recursive: true, force: true });
    make(folder);
    cpSync(join(ROOT, "LICENSE"), join(folder, "LICENSE"));
    process.stdout.write(`${relative(process.cwd(), folder)} is made\n`);
  }
}
