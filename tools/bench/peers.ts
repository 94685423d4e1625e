/** Who else reads telegrams: packages of npm, PyPI and crates.io, each installed into a folder below `build/`. */

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pythonWith } from "../test/python.ts";

const BUILD = resolve(import.meta.dirname, "..", "..", "build", "bench");
const PEERS = join(import.meta.dirname, "peers");
const NPM = ["dsmr-parser@2.1.1", "p1-reader@2.0.6"];
const PYPI = ["dsmr-parser==1.11.2", "amshan==2.1.1"];

/** How a peer is started: its telegram's file is the last argument. Or why it can't be had. */
export type Installed = { readonly command: readonly string[] } | { readonly missing: string };

/** One of them. */
export interface Peer {
  readonly name: string;
  /** What it doesn't do, or does otherwise. */
  readonly lacks: string;
  readonly install: () => Installed;
}

export const PEERS_OF_OURS: readonly Peer[] = [
  {
    name: "Rust dsmr5 0.4.0",
    lacks:
      "no codes or topics: fields of a structure; numbers are floating point; no texts; one failure log is skipped",
    install: installCrate,
  },
  {
    name: "Python dsmr-parser 1.11.2",
    lacks: "one specification is chosen beforehand; no topics",
    install: () => installPython("dsmr-parser"),
  },
  {
    name: "Python amshan 2.1.1",
    lacks: "no topics; energies in Wh; neither counters of failures nor M-Bus devices",
    install: () => installPython("amshan"),
  },
  {
    name: "npm dsmr-parser 2.1.1",
    lacks: "a pattern for each object it knows; floating point; no units or topics",
    install: () => installNpm("dsmr-parser"),
  },
  {
    name: "npm p1-reader 2.0.6",
    lacks: "checks no CRC; cuts decimals off voltages; no topics",
    install: () => installNpm("p1-reader"),
  },
];

function installNpm(name: string): Installed {
  const folder = join(BUILD, "npm");
  mkdirSync(folder, { recursive: true });
  if (!NPM.every((each) => existsSync(join(folder, "node_modules", each.replace(/@.*/, ""))))) {
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    const failure = failureOf("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...NPM], folder);
    if (failure !== null) {
      return { missing: failure };
    }
  }
  return { command: [process.execPath, "--import", "tsx", join(PEERS, "npm.ts"), name, folder] };
}

function installPython(name: string): Installed {
  const python = pythonWith(...PYPI);
  return "skip" in python ? { missing: python.skip } : { command: [python.program, join(PEERS, "pypi.py"), name] };
}

function installCrate(): Installed {
  const folder = join(BUILD, "dsmr5");
  cpSync(join(PEERS, "dsmr5"), folder, { recursive: true });
  const failure = failureOf("cargo", ["build", "--release", "--quiet"], folder);
  return failure === null ? { command: [join(folder, "target", "release", "peer")] } : { missing: failure };
}

/** Runs an installer; null where it succeeded, otherwise why it did not, in one line. */
function failureOf(command: string, args: readonly string[], cwd: string): string | null {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: 240_000 });
  if (error !== undefined) {
    return `this machine has no ${command}`;
  }
  return status === 0 ? null : `${command} ${args[0] ?? ""}: ${stderr.trim().split("\n").at(-1) ?? ""}`;
}
