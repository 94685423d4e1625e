/** Print: what the whole program shows to C: its start, and a description of drivers and entries for other languages. */
import type ts from "typescript";
import type { CModule } from "../lower/module.ts";
import { cType } from "../lower/types.ts";
import type { FunctionInfo, Module } from "../model/entities.ts";
import { inRunOrder } from "../load/imports.ts";
import { snake, startName } from "../model/names.ts";
import type { Program } from "../model/program.ts";

const NOTICE = "/* Made by ts2c: change the TypeScript, not this file. */";

/**
 * The files beside those of the modules. Each root is a program with a start of its own in a file of its own, so that whoever
 * links a library of the C gets what one of them needs, and no more.
 */
export function printInterface(
  program: Program,
  modules: readonly CModule[],
  roots: ReadonlySet<ts.SourceFile>,
): [string, string][] {
  const programs = program.modules.filter((module) => roots.has(module.source));
  return [
    ["program.h", header(programs)],
    ["program.c", border()],
    ...programs.map((root): [string, string] => [`start/${root.path}.c`, start(root, modules)]),
    ["interface.json", `${JSON.stringify(describe(program, programs, roots), undefined, 2)}\n`],
  ];
}

function header(programs: readonly Module[]): string {
  const parts = [
    NOTICE,
    "#pragma once",
    '#ifdef __cplusplus\nextern "C" {\n#endif',
    ...programs.map(
      ({ path }) =>
        "/**\n" +
        ` * Starts the program of ${path}.ts: makes all state as at power-up and runs the top-level code of that module and of those\n` +
        " * that it imports, in JavaScript's order.\n" +
        ` */\nvoid ${startName(path)}(void);`,
    ),
    "/** Begins an entry; one that begins during another is a panic at `where`. The entries call it. */\nvoid p1_enter(const char *where);",
    "/** Ends an entry. */\nvoid p1_leave(void);",
    "#ifdef __cplusplus\n}\n#endif",
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What the entries of all programs share. */
function border(): string {
  const parts = [
    NOTICE,
    '#include "program.h"\n#include "ts2c.h"',
    "/** Whether an entry runs. */\nstatic bool p1_entered;",
    "void p1_enter(const char *where)\n{\n    TS_ASSERT(!p1_entered, where);\n    p1_entered = true;\n}",
    "void p1_leave(void)\n{\n    p1_entered = false;\n}",
  ];
  return `${parts.join("\n\n")}\n`;
}

function start(root: Module, modules: readonly CModule[]): string {
  const started = inRunOrder(root)
    .map((module) => modules.find((each) => each.module === module)!)
    .filter((each) => each.init !== undefined);
  const includes = ['#include "program.h"', ...started.map((each) => `#include "${each.module.path}.h"`)];
  const calls = ["p1_leave", ...started.map((each) => each.init!)].map((name) => `    ${name}();`);
  const code = [`void ${startName(root.path)}(void)`, "{", ...calls, "}"].join("\n");
  return `${[NOTICE, includes.join("\n"), code].join("\n\n")}\n`;
}

function describe(program: Program, programs: readonly Module[], roots: ReadonlySet<ts.SourceFile>): object {
  const functions = program.functions.filter((info) => info.owner === undefined);
  return {
    programs: programs.map(({ path }) => ({ module: path, symbol: startName(path) })),
    drivers: functions
      .filter((info) => info.module.isDriver)
      .map((info) => ({ name: info.module.path.split("/").pop(), function: info.name, ...signature(info) })),
    entries: functions
      .filter((info) => roots.has(info.module.source) && info.exported)
      .map((info) => ({
        name: info.name,
        module: info.module.path,
        header: `${info.module.path}.h`,
        ...signature(info),
      })),
    enums: Object.fromEntries(program.unions.map((union) => [`${union.cName}_t`, union.members])),
  };
}

function signature(info: FunctionInfo): object {
  return {
    symbol: info.entryName ?? info.cName,
    parameters: info.parameters.map((each) => ({ name: snake(each.name), type: cType(each.type) })),
    returns: cType(info.returns),
  };
}
