/**
 * What `ts2c run` made, kept under a name that says what it was
 * asked for, with the hash of everything that it was made of. Where nothing can be kept, nothing is.
 */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Read } from "../load/host.ts";
import { CACHE, CODE, LIBRARY, RUNTIME } from "../package.ts";

/** The ones that were used longest ago go first. */
const MOST_KEPT = 50;

/** The files that a program was made of; `null` stands for one that was looked for and was not there. */
type Inputs = readonly (readonly [string, string | null])[];

export class Cache {
  private readonly folder: string;

  /** @param asked everything beside the files that the result depends on */
  constructor(asked: readonly string[]) {
    this.folder = join(CACHE, hashOf(JSON.stringify([...asked, ...ownVersion()])));
  }

  /** The folder with what was made before, if everything is as it was then. */
  find(): string | undefined {
    try {
      const inputs = JSON.parse(readFileSync(join(this.folder, "inputs.json"), "utf8")) as Inputs;
      if (inputs.every(([file, hash]) => hashOfFile(file) === hash)) {
        const now = new Date();
        utimesSync(this.folder, now, now);
        return this.folder;
      }
    } catch {
      // Nothing was kept, or nothing that can be read.
    }
    return undefined;
  }

  /** Keeps a program, or only that there was nothing to refuse. */
  keep(read: Read, program: string | undefined): void {
    const inputs: Inputs = [...read].map(([file, text]) => [file, text === undefined ? null : hashOf(text)]);
    const fresh = `${this.folder}.${String(process.pid)}`;
    try {
      mkdirSync(fresh, { recursive: true });
      if (program !== undefined) {
        copyFileSync(program, join(fresh, "program"));
      }
      writeFileSync(join(fresh, "inputs.json"), JSON.stringify(inputs));
      rmSync(this.folder, { recursive: true, force: true });
      renameSync(fresh, this.folder);
      forgetOldest();
    } catch {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
}

/** What ts2c itself is: its own files, the compiler in front and Node. */
function ownVersion(): string[] {
  const { version } = createRequire(import.meta.url)("typescript/package.json") as { version: string };
  const files = [CODE, LIBRARY, RUNTIME].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return [version, process.version, ...files.sort().map((file) => `${file} ${hashOf(readFileSync(file))}`)];
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Nothing is taken for `null` but a name that nothing has. */
function hashOfFile(file: string): string | null {
  try {
    return hashOf(readFileSync(file, "utf8"));
  } catch {
    return existsSync(file) ? "" : null;
  }
}

function forgetOldest(): void {
  const kept = readdirSync(CACHE).map((name) => join(CACHE, name));
  const byAge = kept.map((folder) => ({ folder, used: statSync(folder).mtimeMs })).sort((a, b) => b.used - a.used);
  for (const { folder } of byAge.slice(MOST_KEPT)) {
    rmSync(folder, { recursive: true, force: true });
  }
}
