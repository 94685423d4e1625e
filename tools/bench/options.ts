import { parseArgs } from "node:util";
import { Failure } from "../desk/failure.ts";
import { SUBJECTS, type Subject } from "./growth/figures.ts";

/** The groups of figures, in their order. */
export const GROUPS = ["rv32", "x86", "desk", "transpiler", "page", "firmware"] as const;
export type Group = (typeof GROUPS)[number];

/** What is to be measured. */
export interface BenchOptions {
  /** Without the peers that have to be installed, and with fewer turns. */
  readonly quick: boolean;
  /** Where all figures go as JSON. */
  readonly json: string | undefined;
  readonly only: readonly Group[];
  /** A folder in which ESP-IDF built the firmware. */
  readonly firmware: string | undefined;
  readonly docs: boolean;
}

/** What of growth is to be measured. */
export interface GrowthOptions {
  readonly growth: readonly Subject[];
  readonly docs: boolean;
}

/** What `--help` prints. */
export const HELP = `Measures the reader, the desk, the transpiler and the firmware, and compares the reader with others.

npm run bench -- [OPTION…]

  --quick          in less than a minute: without packages that have to be installed, the desk and the transpiler
  --json FILE      write all figures into this file
  --only NAME      only this group: ${GROUPS.join(", ")}; may be repeated
  --firmware DIR   weigh the firmware that \`idf.py build\` left in this folder
  --docs           write the tables into docs/performance.md
  --growth         in some minutes, measure what grows with size instead: plots and tables, kept with --docs;
                   --only takes ${SUBJECTS.join(", ")} here
  --accept         measure what is compared from change to change, and accept it from now on: tools/bench/accepted.json
  --help           this

P1_TELEGRAMS=FOLDER reads a real telegram, too: the one that the targets are set for.
`;

/** Reads the command line; null asks for the help, "accept" for the figures that are compared. */
export function readOptions(line: readonly string[]): BenchOptions | GrowthOptions | "accept" | null {
  const { values } = parse(line);
  if (values.help === true) {
    return null;
  }
  if (values.accept === true) {
    return "accept";
  }
  if (values.growth === true) {
    const only = onlyOf(SUBJECTS, values.only);
    return { growth: only.length === 0 ? SUBJECTS : only, docs: values.docs === true };
  }
  const only = onlyOf(GROUPS, values.only);
  const quick = values.quick === true;
  const groups = quick ? GROUPS.filter((group) => group !== "desk" && group !== "transpiler") : GROUPS;
  return {
    quick,
    json: values.json,
    only: only.length === 0 ? groups : only,
    firmware: values.firmware,
    docs: values.docs === true,
  };
}

/** Those of the names that are asked for. */
function onlyOf<T extends string>(names: readonly T[], asked: readonly string[] = []): T[] {
  return asked.map((name) => {
    const found = names.find((each) => each === name);
    if (found === undefined) {
      throw new Failure(`--only takes ${names.join(", ")}, not ${name}.`, 2);
    }
    return found;
  });
}

function parse(line: readonly string[]) {
  try {
    return parseArgs({
      args: [...line],
      options: {
        quick: { type: "boolean" },
        json: { type: "string" },
        only: { type: "string", multiple: true },
        firmware: { type: "string" },
        docs: { type: "boolean" },
        growth: { type: "boolean" },
        accept: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)} See npm run bench -- --help.`, 2);
  }
}
