/** Compiles programs as a mutant translates them, with the sanitizers on, and compares what they print with Node. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DRIVER_IN_C } from "../differential/surroundings.ts";
import { RUNTIME } from "../language/support/programs.ts";
import { FALSE_ALARMS, SILLY, WARNINGS, without } from "../support/warnings.ts";
import type { Source } from "./corpus.ts";

export interface Harm {
  readonly program: string;
  readonly how: "differs" | "sanitizer" | "runs on" | "no C";
  readonly detail: string;
}

const MAIN = `#include <setjmp.h>
#include <stdio.h>
#include "program.h"
#include "ts2c.h"
INCLUDES
DRIVER
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
        (void)fflush(stdout);
        state = 1;
    }
    if (setjmp(after_panic) == 0) {
        program();
    }
    (void)fflush(stdout);
}
int main(void)
{
CALLS
    return (int)(state * 0);
}
`;

const SANITIZED = ["-O0", "-w", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
const ENVIRONMENT = { ASAN_OPTIONS: "detect_leaks=0:detect_stack_use_after_return=1", LC_ALL: "C" };
const COMPILE_MS = 300_000;
/** Seconds of computing, so that a busy machine harms nobody. */
const RUN = "ulimit -t 2; exec ./all";
const RUNS_ON = "it goes round in a circle, or is killed";
const RUN_MS = 300_000;
/** What prints more goes round in a circle. */
const MOST_OUTPUT = 2 ** 22;

/** The first harm that the C does; nothing where all programs print what they print in Node. */
export async function judge(
  folder: string,
  files: ReadonlyMap<string, string>,
  programs: readonly Source[],
  strict: boolean,
): Promise<Harm | undefined> {
  const own = mkdtempSync(join(folder, "c-"));
  try {
    for (const [path, text] of [...files, ["main.c", mainOf(files, programs)] as const]) {
      mkdirSync(dirname(join(own, path)), { recursive: true });
      writeFileSync(join(own, path), text);
    }
    const sources = [...files.keys()].filter((path) => path.endsWith(".c"));
    const common = ["-std=c11", `-I${RUNTIME}`, "-I."];
    const made = await execute(
      "gcc",
      [...common, ...SANITIZED, ...sources, "main.c", "-o", "all", "-lm"],
      own,
      COMPILE_MS,
    );
    const harm = refusal(made, programs) ?? compare(programs, await execute("sh", ["-c", RUN], own, RUN_MS));
    if (harm !== undefined || !strict) {
      return harm;
    }
    const isRandom = (path: string): boolean => path.startsWith("random_");
    const written = sources.filter((path) => !isRandom(path));
    for (const [files, alarms] of [[written, []] as const, [sources.filter(isRandom), FALSE_ALARMS] as const]) {
      const flags = [...common, "-O0", "-c", ...WARNINGS, ...without(SILLY), ...without(alarms), ...files];
      const remarks = files.length === 0 ? undefined : refusal(await execute("gcc", flags, own, COMPILE_MS), programs);
      if (remarks !== undefined) {
        return remarks;
      }
    }
    return undefined;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** What the compiler says where it does not take the C. */
function refusal({ status, stderr }: Ended, programs: readonly Source[]): Harm | undefined {
  if (status === null) {
    throw new Error("the C compiler does not come to an end");
  }
  if (status === 0) {
    return undefined;
  }
  const remark = stderr.split("\n").find((line) => /error|warning|undefined/.test(line)) ?? stderr;
  return { program: culprit(remark, programs), how: "no C", detail: remark.slice(0, 300) };
}

function compare(programs: readonly Source[], ended: Ended): Harm | undefined {
  const printed = new Map<string, string>();
  const parts = ended.stdout.split(/^=== (.*)\n/m).slice(1);
  for (let index = 0; index < parts.length; index += 2) {
    printed.set(parts[index], parts[index + 1]);
  }
  if (ended.status !== 0) {
    const remark = ended.stderr.split("\n").find((line) => /runtime error|ERROR/.test(line)) ?? RUNS_ON;
    return {
      program: parts.at(-2) ?? "",
      how: remark === RUNS_ON ? "runs on" : "sanitizer",
      detail: remark.slice(0, 300),
    };
  }
  const different = programs.find((each) => printed.get(each.name) !== each.expected);
  return (
    different && {
      program: different.name,
      how: "differs",
      detail: difference(different.expected, printed.get(different.name) ?? ""),
    }
  );
}

function difference(expected: string, got: string): string {
  const [a, b] = [expected.split("\n"), got.split("\n")];
  const at = a.findIndex((line, index) => line !== b[index]);
  return `Node ${JSON.stringify(a[at]?.slice(0, 100))}, C ${JSON.stringify(b[at]?.slice(0, 100))}`;
}

/** The program whose file the compiler speaks of; the first one where that can't be told. */
function culprit(remark: string, programs: readonly Source[]): string {
  const found = programs.find((each) => remark.includes(each.name.replace(/\.ts$/, ".")));
  return (found ?? programs[0]).name;
}

/** Calls what the generated starts of the programs call, each once, with the programs' names in between. */
function mainOf(files: ReadonlyMap<string, string>, programs: readonly Source[]): string {
  const starts = [...files].map(([path, text]) => (path.startsWith("start/") ? text : "")).join("");
  const includes = [...new Set(starts.match(/^#include "(?!program).*"$/gm))];
  const symbols = new Set([...starts.matchAll(/^ {4}(\w+_module_init)\(\);$/gm)].map(([, symbol]) => symbol));
  const calls = [...symbols].map((symbol) => {
    const own = programs.find(
      (each) => symbol === `${each.name.replace(/\.ts$/, "").replace(/[^a-z0-9]/g, "_")}_module_init`,
    );
    const more = own?.calls.map((_, index) => `    run(NULL, ${callOf(own, index)});`) ?? [];
    return [`    run(${own === undefined ? "NULL" : JSON.stringify(own.name)}, ${symbol});`, ...more].join("\n");
  });
  for (const program of programs.filter((each) => each.calls.length > 0)) {
    includes.push(`#include "${program.name.replace(/ts$/, "h")}"`);
    program.calls.forEach((call, index) => {
      includes.push(`static void ${callOf(program, index)}(void) { ${call} }`);
    });
  }
  return MAIN.replace("INCLUDES", includes.join("\n"))
    .replace("DRIVER", DRIVER_IN_C)
    .replace("CALLS", calls.join("\n"));
}

function callOf({ name }: Source, index: number): string {
  return `call_${String(index)}_of_${name.replace(/\.ts$/, "")}`;
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function execute(command: string, args: readonly string[], cwd: string, timeout: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, timeout, env: { ...process.env, ...ENVIRONMENT } });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.length > MOST_OUTPUT) {
        child.kill("SIGKILL");
      }
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, stdout, stderr });
    });
  });
}
