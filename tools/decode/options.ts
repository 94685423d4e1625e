import { parseArgs } from "node:util";
import type { EngineName } from "../desk/engine/engine.ts";
import { Failure, wrongUse } from "../desk/failure.ts";

/** What is to be decoded, and by which engine. */
export interface DecodeOptions {
  readonly engine: EngineName | undefined;
  /** The files' names as they were given; `-` is the standard input. */
  readonly files: readonly string[];
}

/** What `--help` prints. */
export const HELP = `Prints each telegram of the files as one line of JSON.

npm run -s decode -- [OPTION…] FILE…

  FILE            bytes as a P1 port sends them; - reads the standard input
  --engine c|ts   run the generated C (default), or the TypeScript itself
  --key HEX       the key of encrypted telegrams (not read by this release)
  --aad HEX       the additional data of encrypted telegrams (not read by this release)
  --help          this

The exit status is 0 when every file has telegrams and all of them are good, 1 when one is not, 2 for wrong use.
`;

/** Reads the command line; null asks for the help. Wrong use is a failure with exit status 2. */
export function readOptions(line: readonly string[]): DecodeOptions | null {
  const { values, positionals } = parse(line);
  if (values.help === true) {
    return null;
  }
  if (values.key !== undefined || values.aad !== undefined) {
    throw new Failure("Encrypted telegrams come with a later release: leave --key and --aad out.", 2);
  }
  const engine = values.engine;
  if (engine !== undefined && engine !== "c" && engine !== "ts") {
    throw new Failure(`--engine is c or ts, not ${engine}.`, 2);
  }
  if (positionals.length === 0) {
    throw new Failure("No file was named: npm run -s decode -- FILE…, or - for the standard input.", 2);
  }
  return { engine, files: positionals };
}

function parse(line: readonly string[]) {
  try {
    return parseArgs({
      args: [...line],
      allowPositionals: true,
      options: {
        engine: { type: "string" },
        key: { type: "string" },
        aad: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw wrongUse(error, "npm run -s decode -- --help");
  }
}
