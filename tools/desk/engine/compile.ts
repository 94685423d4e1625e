import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { Failure, hasCode, systemReason, Unavailable } from "../failure.ts";

const FLAGS = ["-std=c11", "-O2", "-g", "-fPIC", "-shared"];

/** What is compiled into one shared library. */
export interface Compilation {
  /** The folder of the generated C: every `.c` below it is compiled, and it is the include path. */
  readonly folder: string;
  /** The C of the bridge. */
  readonly bridge: string;
  /** Where libraries are kept, each under the hash of what it was made from. */
  readonly cache: string;
  /** Told before a compiler is started, since that takes seconds. */
  readonly say: (line: string) => void;
}

/** Compiles, or finds what was compiled from the same text before, and gives the library's path. */
export async function compile({ folder, bridge, cache, say }: Compilation): Promise<string> {
  const [command = "cc", ...own] = (process.env.CC ?? "cc").split(" ").filter((word) => word !== "");
  const version = await run(command, [...own, "--version"], command);
  const files = sourcesOf(folder);
  const hash = createHash("sha256").update([version, ...own, ...FLAGS, process.arch, bridge].join("\0"));
  for (const file of files) {
    hash.update(`\0${relative(folder, file)}\0`).update(readFileSync(file));
  }
  const name = hash.digest("hex").slice(0, 24);
  const library = join(cache, `${name}.so`);
  if (existsSync(library)) {
    return library;
  }
  makeFolder(cache);
  say("compiling the generated C (once for each change)");
  const bridgeFile = join(cache, `${name}.${process.pid}.c`);
  writeFileSync(bridgeFile, bridge);
  const made = join(cache, `${name}.${process.pid}.so`);
  const sources = files.filter((file) => file.endsWith(".c"));
  await run(command, [...own, ...FLAGS, "-I", folder, "-o", made, bridgeFile, ...sources], command);
  renameSync(bridgeFile, join(cache, `${name}.c`));
  renameSync(made, library);
  return library;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Unavailable(`The compiled C can't be kept in ${folder}: ${systemReason(error)}.`);
  }
}

/** Every `.c` and `.h` below a folder, in an order that is always the same. */
function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".c") || name.endsWith(".h"))
    .sort()
    .map((name) => join(folder, name));
}

async function run(command: string, parameters: readonly string[], compiler: string): Promise<string> {
  try {
    return (await promisify(execFile)(command, parameters, { maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    if (hasCode(error, "ENOENT")) {
      throw new Unavailable(
        `There is no C compiler: \`${compiler}\` was not found. Install one (apt install gcc) or set CC.`,
      );
    }
    const stderr = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    const lines = stderr.split("\n").slice(0, 12).join("\n");
    throw new Failure(`\`${compiler}\` could not compile the generated C:\n${lines}`);
  }
}
