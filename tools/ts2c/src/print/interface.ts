/** Print: what the whole program shows to C: its start, and a description of drivers and entries for other languages. */
import type ts from "typescript";
import type { CModule } from "../lower/module.ts";
import { cType } from "../lower/types.ts";
import type { FunctionInfo } from "../model/entities.ts";
import { snake } from "../model/names.ts";
import type { Program } from "../model/program.ts";

export function printInterface(
  program: Program,
  modules: readonly CModule[],
  roots: ReadonlySet<ts.SourceFile>,
): [string, string][] {
  const notice = "/* Made by ts2c: change the TypeScript, not this file. */";
  const header = [
    notice,
    "#pragma once",
    '#ifdef __cplusplus\nextern "C" {\n#endif',
    "/** Makes all state as at power-up and runs the modules' top-level code, in JavaScript's order. */\nvoid p1_init(void);",
    "/** Begins an entry; one that begins during another is a panic at `where`. The entries call it. */\nvoid p1_enter(const char *where);",
    "/** Ends an entry. */\nvoid p1_leave(void);",
    "#ifdef __cplusplus\n}\n#endif",
  ];
  const started = modules.filter((each) => each.init !== undefined);
  const includes = [
    '#include "program.h"',
    '#include "ts2c.h"',
    ...started.map((each) => `#include "${each.module.path}.h"`),
  ];
  const calls = started.map((each) => `    ${each.init!}();`);
  const code = [
    notice,
    includes.join("\n"),
    "/** Whether an entry runs. */\nstatic bool entered;",
    ["void p1_init(void)", "{", "    entered = false;", ...calls, "}"].join("\n"),
    "void p1_enter(const char *where)\n{\n    TS_ASSERT(!entered, where);\n    entered = true;\n}",
    "void p1_leave(void)\n{\n    entered = false;\n}",
  ];
  return [
    ["program.h", `${header.join("\n\n")}\n`],
    ["program.c", `${code.join("\n\n")}\n`],
    ["interface.json", `${JSON.stringify(describe(program, roots), undefined, 2)}\n`],
  ];
}

function describe(program: Program, roots: ReadonlySet<ts.SourceFile>): object {
  const functions = program.functions.filter((info) => info.owner === undefined);
  return {
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
