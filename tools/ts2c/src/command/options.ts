/** What the command is told. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { rootOf } from "../load/root.ts";
import { Problem } from "./problem.ts";

export const USAGE = `ts2c: static TypeScript to C

  ts2c build FILE… --out DIR           writes the C of the files and of what they import
  ts2c run [--engine c|node] FILE      runs a program's top-level code
  ts2c check FILE… [--watch]           only says what is wrong; with --watch again after every change

  --root DIR              module names are relative to it (default: the folder that has platform/, else the files' own)
  --lines                 build: #line in the C, so that compiler and debugger point at the TypeScript
  --program               build: compiles it for this computer too, as DIR/program, for a debugger
  --summary               build: prints functions, static RAM by module and the deepest path of calls
  --explain [FILE:]LINE   instead of all that, prints what the checker believes on a line
`;

const COMMANDS = ["build", "run", "check"] as const;

/** Which command each option belongs to; the others are for all. */
const BELONGS: Readonly<Record<string, Command["name"]>> = {
  out: "build",
  lines: "build",
  program: "build",
  summary: "build",
  engine: "run",
  watch: "check",
};

export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface Command {
  readonly name: (typeof COMMANDS)[number];
  readonly files: readonly string[];
  readonly root: string;
  readonly out: string;
  readonly lines: boolean;
  readonly program: boolean;
  readonly summary: boolean;
  readonly engine: "c" | "node";
  readonly watch: boolean;
  readonly explain: Place | undefined;
}

/** The command, or nothing where only help is wanted. */
export function parse(given: readonly string[]): Command | undefined {
  const { values, positionals } = parsed(given);
  const [name, ...files] = positionals;
  if (values.help || name === undefined) {
    return undefined;
  }
  if (!isCommand(name)) {
    throw wrongUse(`there is no command ${name}`);
  }
  requireUse(name, files, values);
  return {
    name,
    files,
    root: values.root === undefined ? rootOf(files) : resolve(values.root),
    out: values.out ?? "",
    lines: values.lines ?? false,
    program: values.program ?? false,
    summary: values.summary ?? false,
    engine: values.engine === "node" ? "node" : "c",
    watch: values.watch ?? false,
    explain: values.explain === undefined ? undefined : placeOf(values.explain, files),
  };
}

function wrongUse(message: string): Problem {
  return new Problem(`${message}. ts2c --help lists the commands.`, 2);
}

function isCommand(name: string): name is Command["name"] {
  return (COMMANDS as readonly string[]).includes(name);
}

function parsed(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        root: { type: "string" },
        engine: { type: "string" },
        lines: { type: "boolean" },
        program: { type: "boolean" },
        summary: { type: "boolean" },
        watch: { type: "boolean" },
        explain: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    // Node adds a second sentence about how to write what nobody wanted to write.
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw wrongUse(sentence.replace(/\.$/, ""));
  }
}

type Values = ReturnType<typeof parsed>["values"];

function requireUse(name: Command["name"], files: readonly string[], values: Values): void {
  for (const option of Object.keys(values)) {
    if ((BELONGS[option] ?? name) !== name) {
      throw wrongUse(`${name} has no option --${option}`);
    }
  }
  if (files.length === 0) {
    throw wrongUse(`${name} needs a file`);
  }
  if (name === "run" && files.length > 1) {
    throw wrongUse("run takes one file");
  }
  if (name === "build" && (values.out ?? "") === "" && values.explain === undefined) {
    throw wrongUse("build needs --out DIR");
  }
  if (values.engine !== undefined && !["c", "node"].includes(values.engine)) {
    throw wrongUse(`there is no engine ${values.engine}: it is c or node`);
  }
}

/** `FILE:LINE`, or `LINE` where there is one file. */
function placeOf(text: string, files: readonly string[]): Place {
  const [, file = files[0], line = ""] = /^(?:(.+):)?(\d+)$/.exec(text) ?? [];
  if (line === "" || (files.length > 1 && !text.includes(":"))) {
    throw wrongUse(`--explain needs FILE:LINE, and ${text} is none`);
  }
  return { file, line: Number(line) };
}
