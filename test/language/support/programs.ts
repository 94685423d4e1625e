/** Transpiles many programs at once and gives them one `main` that runs each below a line with its name. */

import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "../../../tools/ts2c/src/build.ts";

export const RUNTIME = fileURLToPath(new URL("../../../tools/ts2c/runtime/", import.meta.url));

/** What stands around the calls: a panic ends its program, not the process. */
const MAIN = `#include <setjmp.h>
#include <stdio.h>

#include "ts2c.h"

INCLUDES

static jmp_buf after_panic;

_Noreturn void ts_panic(const char *where)
{
    (void)printf("panic at %s\\n", where);
    longjmp(after_panic, 1);
}

static void run(const char *name, void (*program)(void))
{
    if (name != NULL) {
        (void)printf("=== %s\\n", name);
    }
    if (setjmp(after_panic) == 0) {
        program();
    }
}

int main(void)
{
CALLS
    return 0;
}
`;

export interface Programs {
  /** Where the C lies. */
  readonly folder: string;
  /** The `.c` files, from the folder on. */
  readonly sources: readonly string[];
}

/** Transpiles the fixtures, which lie in `root`, into the folder. Gives the diagnostics, formatted, where there are any. */
export function transpile(files: readonly string[], root: string, folder: string): Programs | string {
  const built = build(files, { root, lines: false });
  if (built.errorCount > 0) {
    return built.errors;
  }
  for (const [path, text] of [...built.files, ["main.c", mainOf(built.files, files)] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, sources: [...built.files.keys(), "main.c"].filter((path) => path.endsWith(".c")) };
}

/** Calls what the generated starts of the fixtures call, each once, with the fixtures' names in between. */
function mainOf(written: ReadonlyMap<string, string>, files: readonly string[]): string {
  const starts = [...written]
    .filter(([path]) => path.startsWith("start/"))
    .map(([, text]) => text)
    .join("");
  const includes = new Set([...starts.matchAll(/^#include ".*"$/gm)].map(([line]) => line));
  const names = files.map((file) => basename(file));
  const symbols = new Set([...starts.matchAll(/^ {4}(\w+_module_init)\(\);$/gm)].map(([, symbol = ""]) => symbol));
  const calls = [...symbols].map((symbol) => {
    const name = names.find((each) => symbol === initOf(each));
    return `    run(${name === undefined ? "NULL" : JSON.stringify(name)}, ${symbol});`;
  });
  return MAIN.replace("INCLUDES", [...includes].join("\n")).replace("CALLS", calls.join("\n"));
}

/** The function that runs a fixture's top-level code. */
function initOf(name: string): string {
  return `${name.replace(/\.ts$/, "").replace(/[^a-z0-9]/g, "_")}_module_init`;
}
