import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "../ts2c/src/build.ts";
import { runtimeFiles } from "../ts2c/src/command/compile.ts";
import { ROOT } from "./root.ts";

/** What a program has around its modules. The reader has no state, so nothing of it has to be started. */
const STARTS = /^(?:start\/|program\.|interface\.json)/;
const RUNTIME = ["ts2c.h"];

/** The component: what stands in `component/`, with the C of `ts/p1.ts` and the driver that it calls. */
export function makeComponent(folder: string): void {
  cpSync(join(ROOT, "tools/library/component"), folder, { recursive: true });
  const source = join(ROOT, "ts");
  const { files, errors } = build([join(source, "p1.ts")], { root: source, lines: false });
  if (errors !== "") {
    throw new Error(errors);
  }
  const own = new Map<string, string>([
    ...[...files].filter(([path]) => !STARTS.test(path)),
    ...runtimeFiles().filter(([name]) => RUNTIME.includes(name)),
    ["p1_cipher.c", readFileSync(join(ROOT, "components/p1_cipher/p1_cipher.c"), "utf8")],
  ]);
  for (const [path, text] of own) {
    const file = join(folder, path.endsWith(".h") ? "include/p1_reader" : "src", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, inItsFolder(text, own));
  }
}

/** Its headers lie in a folder of their own, so that none is taken for somebody else's `bytes.h`. */
function inItsFolder(text: string, own: ReadonlyMap<string, string>): string {
  return text.replace(/^#include "(.+)"$/gm, (line, header: string) =>
    own.has(header) ? `#include "p1_reader/${header}"` : line,
  );
}
