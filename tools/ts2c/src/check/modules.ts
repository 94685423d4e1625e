/**
 * Check: no module's C files, nor the function that runs its top-level code, get the name of another's, and whether an import
 * runs its module is the same for every tool that makes JavaScript of TypeScript.
 */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { isCode } from "../infer/infer.ts";
import { importedNames, inRunOrder, usedImports } from "../load/imports.ts";
import type { Module } from "../model/entities.ts";
import { initName } from "../model/names.ts";
import type { Program } from "../model/program.ts";
import { isDeeplyReadonly } from "../model/types.ts";

/** What ts2c writes itself, and the headers of C and POSIX: `string.ts` would get a `string.h` that is found before C's. */
const TAKEN = new Set(
  (
    "program ts2c ts2c_float ts2c_main console " +
    "assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdatomic " +
    "stdbool stddef stdint stdio stdlib stdnoreturn string tgmath threads time uchar wchar wctype " +
    "alloca alloc dirent dlfcn endian fcntl features grp malloc memory netdb poll pthread pwd sched semaphore spawn strings " +
    "syslog termios unistd utime wait newlib picolibc sdkconfig sys/types sys/param sys/time sys/stat sys/cdefs sys/lock " +
    "sys/reent sys/config sys/features sys/select sys/socket machine/types machine/endian machine/time"
  ).split(" "),
);

export function checkModules(program: Program): void {
  const started = new Map<string, Module>();
  for (const module of program.modules) {
    const [first] = module.source.statements;
    if (first === undefined) {
      continue;
    }
    if (TAKEN.has(module.path) || module.path.startsWith("start/")) {
      program.diagnostics.add(refuse.reservedName(first, `${module.path}.h`));
    }
    if (startsSomething(program, module)) {
      const other = started.get(initName(module));
      if (other !== undefined) {
        program.diagnostics.add(refuse.nameCollision(first, `${module.path}.ts`, `${other.path}.ts`));
      }
      started.set(initName(module), module);
    }
    checkImports(program, module);
  }
}

/** An import of what is used as a type alone runs its module in Node, and not where other tools leave it out. */
function checkImports(program: Program, module: Module): void {
  const isUsed = usedImports(program.checker, module.source);
  const ran = new Set<Module>();
  for (const statement of module.source.statements.filter(ts.isImportDeclaration)) {
    const symbol = program.checker.getSymbolAtLocation(statement.moduleSpecifier);
    const imported = module.imports.find(({ source }) => symbol?.declarations?.includes(source));
    const names = importedNames(statement).map(({ name }) => name.text);
    if (
      imported === undefined ||
      names.length === 0 ||
      statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    ) {
      continue;
    }
    const runs = inRunOrder(imported).filter((each) => !ran.has(each));
    if (isUsed(statement)) {
      runs.forEach((each) => ran.add(each));
    } else if (runs.some((each) => startsSomething(program, each))) {
      program.diagnostics.add(refuse.typesAlone(statement, names.join(", "), statement.moduleSpecifier.getText()));
    }
  }
}

function startsSomething(program: Program, module: Module): boolean {
  const makesPlaces = program.constants.some(
    (each) => each.module === module && each.storage !== undefined && !isDeeplyReadonly(each.type),
  );
  return makesPlaces || module.source.statements.some(isCode);
}
