/** Runs many programs at once: one translation, one compilation, one process of each engine. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import ts from "typescript";
import { FALSE_ALARMS, SILLY, SILLY_TO_CLANG, WARNINGS, without } from "../support/warnings.ts";
import { DRIVER, DRIVER_IN_NODE, mainInC, mainInNode, MARK, PANIC, SHARED } from "./surroundings.ts";
import { translate } from "./translate.ts";

const TS2C = fileURLToPath(new URL("../../tools/ts2c/", import.meta.url));

/** How the C is compiled. */
export interface Compilation {
  readonly compiler: "gcc" | "clang";
  readonly optimisation: string;
  /** Without the sanitizers it takes half the time, and is what the chip gets. */
  readonly sanitized: boolean;
}

export type Verdict =
  | { readonly kind: "same" }
  | { readonly kind: "refused"; readonly codes: readonly string[]; readonly text: string }
  | { readonly kind: "failed"; readonly how: Failure; readonly detail: string };

/** A difference in the output, C that stops or does not compile, a ts2c that breaks. */
export type Failure = "differs" | "crashes" | "no C" | "ts2c breaks";

/** Seconds of computing that a run may take, so that a busy machine fails nothing. */
const RUN_S = 20;
/** What takes longer hangs: a compiler that has to make way for others may need a while. */
const LONGEST_MS = 3_600_000;
const SANITIZERS = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];

/** What became of each of the programs, in their order. */
export async function runBatch(programs: readonly string[], compilation: Compilation): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), "differential-"));
  try {
    return await new Batch(folder, programs, compilation).run();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Batch {
  private readonly folder: string;
  private readonly texts: ReadonlyMap<string, string>;
  private readonly compilation: Compilation;
  private readonly verdicts = new Map<string, Verdict>();

  constructor(folder: string, programs: readonly string[], compilation: Compilation) {
    this.folder = folder;
    this.texts = new Map(programs.map((text, index) => [`q${String(index)}`, text]));
    this.compilation = compilation;
  }

  async run(): Promise<Verdict[]> {
    let left = [...this.texts.keys()];
    this.write("ts/platform/probe.ts", DRIVER);
    this.write("ts/shared.ts", SHARED);
    for (const [name, text] of this.texts) {
      this.write(`ts/${name}.ts`, text);
    }
    // Until nothing that is left is refused by the C compiler.
    while (left.length > 0) {
      rmSync(join(this.folder, "c"), { recursive: true, force: true });
      const accepted = this.translate(left);
      left = await this.compile(accepted);
      if (left.length > 0 && left.length === accepted.length) {
        await this.compare(left);
        break;
      }
    }
    return [...this.texts.keys()].map((name) => this.verdicts.get(name)!);
  }

  private write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  private fail(name: string, how: Failure, detail: string): void {
    this.verdicts.set(name, { kind: "failed", how, detail });
  }

  /** Writes the C of those that are accepted; returns their names. */
  private translate(names: readonly string[]): readonly string[] {
    const { files, accepted, refused, broken } = translate(join(this.folder, "ts"), names);
    for (const [name, { codes, text }] of refused) {
      this.verdicts.set(name, { kind: "refused", codes, text });
    }
    for (const [name, why] of broken) {
      this.fail(name, "ts2c breaks", why);
    }
    for (const [path, text] of files) {
      this.write(`c/${path}`, text);
    }
    return accepted;
  }

  /** The C that starts the programs. */
  private starts(): string {
    return ts.sys
      .readDirectory(join(this.folder, "c", "start"), [".c"])
      .map((file) => readFileSync(file, "utf8"))
      .join("");
  }

  /** Compiles and links; returns the names of the programs that the C compiler takes, all of which have to be there. */
  private async compile(accepted: readonly string[]): Promise<string[]> {
    if (accepted.length === 0) {
      return [];
    }
    const folder = join(this.folder, "c");
    this.write("c/main.c", mainInC(accepted, this.starts()));
    // `main.c` starts the programs itself.
    const sources = ts.sys.readDirectory(folder, [".c"], ["start"]).map((path) => path.slice(folder.length + 1));
    const halves = [0, 1].map((half) => sources.filter((_, index) => index % 2 === half));
    const remarks = (await Promise.all(halves.map((half, index) => this.objects(`half${String(index)}`, half)))).join(
      "\n",
    );
    const wrong = accepted.filter((name) => new RegExp(`^${name}\\.[ch]:`, "m").test(remarks));
    if (wrong.length === 0 && remarks.trim() !== "") {
      throw new Error(`the C compiler refuses what is in no program:\n${remarks}`);
    }
    for (const name of wrong) {
      const own = remarks.split("\n").filter((line) => line.includes(`${name}.`));
      this.fail(name, "no C", own.slice(0, 6).join("\n"));
    }
    if (wrong.length === 0) {
      await this.link();
    }
    return accepted.filter((name) => !wrong.includes(name));
  }

  /** Compiles sources in a folder of their own; returns what the compiler says. */
  private async objects(part: string, sources: readonly string[]): Promise<string> {
    const folder = join(this.folder, "c", part);
    mkdirSync(folder, { recursive: true });
    const { compiler, optimisation, sanitized } = this.compilation;
    const warnings = [...WARNINGS, ...without(SILLY), ...without(compiler === "gcc" ? FALSE_ALARMS : SILLY_TO_CLANG)];
    const instrumented = sanitized ? ["-g1", ...SANITIZERS] : [];
    const flags = ["-std=c11", optimisation, ...warnings, ...instrumented, `-I${join(TS2C, "runtime")}`, "-I.."];
    const files = sources.map((path) => `../${path}`);
    const { status, stderr } = await started(compiler, [...flags, "-c", ...files], folder, LONGEST_MS);
    if (status === null) {
      throw new Error(`${compiler} was ended by a signal: ${stderr}`);
    }
    return stderr.replaceAll("../", "");
  }

  private async link(): Promise<void> {
    const folder = join(this.folder, "c");
    const objects = ts.sys.readDirectory(folder, [".o"]);
    const { compiler, sanitized } = this.compilation;
    const { status, stderr } = await started(
      compiler,
      [...(sanitized ? SANITIZERS : []), ...objects, "-o", "all", "-lm"],
      folder,
      LONGEST_MS,
    );
    if (status !== 0) {
      throw new Error(`the programs could not be linked:\n${stderr}`);
    }
  }

  private async compare(names: readonly string[]): Promise<void> {
    this.writeForNode(names);
    const options = "abort_on_error=0:detect_leaks=0:detect_stack_use_after_return=1";
    const environment = { ASAN_OPTIONS: options, UBSAN_OPTIONS: "print_stacktrace=0" };
    const [inNode, inC] = await Promise.all([
      outputs(names.length, (first) =>
        run([process.execPath, "main.js", String(first)], join(this.folder, "node"), {}),
      ),
      outputs(names.length, (first) => run(["./all", String(first)], join(this.folder, "c"), environment)),
    ]);
    names.forEach((name, index) => {
      const [expected, got] = [inNode[index], inC[index]];
      if (got.crash !== "") {
        this.fail(name, "crashes", got.crash);
      } else if (expected.text !== got.text || expected.crash !== "") {
        this.fail(name, "differs", difference(expected.text + expected.crash, got.text));
      } else {
        this.verdicts.set(name, { kind: "same" });
      }
    });
  }

  /** The programs as JavaScript, with ts2c's library beside them. */
  private writeForNode(names: readonly string[]): void {
    const plain = (text: string): string =>
      transformSync(text, { loader: "ts", target: "es2022" }).code.replaceAll('.ts"', '.js"');
    const settings = { type: "module", imports: { "#platform/*": "./platform/*.js" } };
    this.write("node/package.json", JSON.stringify(settings));
    this.write("node/main.js", mainInNode(names));
    this.write("node/platform/probe.js", DRIVER_IN_NODE);
    this.write("node/shared.js", plain(SHARED));
    for (const name of names) {
      this.write(`node/${name}.js`, plain(this.texts.get(name)!));
    }
    const library = join(TS2C, "library");
    this.write("library/package.json", JSON.stringify({ name: "ts2c", type: "module", exports: "./index.js" }));
    for (const path of ts.sys.readDirectory(library, [".ts"]).filter((each) => !each.endsWith(".d.ts"))) {
      this.write(`library/${path.slice(library.length + 1).replace(/ts$/, "js")}`, plain(readFileSync(path, "utf8")));
    }
    mkdirSync(join(this.folder, "node/node_modules"));
    symlinkSync(join(this.folder, "library"), join(this.folder, "node/node_modules/ts2c"), "dir");
  }
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function started(
  command: string,
  args: readonly string[],
  cwd: string,
  timeout: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, timeout, env: { ...process.env, ...environment, LC_ALL: "C" } });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (data: Buffer) => out.push(data));
    child.stderr.on("data", (data: Buffer) => err.push(data));
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, stdout: Buffer.concat(out).toString("latin1"), stderr: Buffer.concat(err).toString() });
    });
  });
}

function run(command: readonly string[], cwd: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
  const limited = `ulimit -t ${String(RUN_S)}; exec "$@"`;
  return started("sh", ["-c", limited, "sh", ...command], cwd, LONGEST_MS, environment);
}

interface Output {
  readonly text: string;
  /** What stopped it: a sanitizer's report, a signal, or that it went on for too long. */
  readonly crash: string;
}

/** Runs all programs, starting again behind each one that stopped. */
async function outputs(count: number, run: (first: number) => Promise<Ended>): Promise<Output[]> {
  const found: Output[] = [];
  while (found.length < count) {
    const { status, stdout, stderr } = await run(found.length);
    const parts = stdout.split(new RegExp(`^${MARK}\\d+\\n`, "m")).slice(1);
    found.push(...parts.map((text) => ({ text, crash: "" })));
    const last = found.at(-1);
    if (last === undefined || (parts.length === 0 && status !== 0)) {
      throw new Error(`the programs did not start: ${stderr}`);
    }
    if (status !== 0 && !last.text.endsWith(`${PANIC}\n`)) {
      const why = status === null ? "killed by a signal, or after it ran too long" : `exit status ${String(status)}`;
      found[found.length - 1] = { ...last, crash: `${stderr.slice(0, 2000)}${why}` };
    }
  }
  return found;
}

/** The first line that differs, with the ones around it. */
function difference(expected: string, got: string): string {
  const [a, b] = [expected.split("\n"), got.split("\n")];
  const at = a.findIndex((line, index) => line !== b[index]);
  const from = at < 0 ? a.length - 1 : at;
  const part = (lines: readonly string[]): string => lines.slice(from, from + 3).join(" ⏎ ");
  return `line ${String(from + 1)}: Node ${JSON.stringify(part(a))}, C ${JSON.stringify(part(b))}`;
}
