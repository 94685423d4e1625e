import { parseArgs } from "node:util";
import type { EngineName } from "../desk/engine/engine.ts";
import { SETTINGS } from "../../ts/settings/list.ts";
import type { SettingName } from "../../ts/settings/setting.ts";
import { Failure, wrongUse } from "../desk/failure.ts";

/** What encrypted frames are decrypted with. */
export interface Encryption {
  readonly key: Uint8Array;
  readonly additional: Uint8Array;
}

/** What is to be decoded, and by which engine. */
export interface DecodeOptions {
  readonly engine: EngineName | undefined;
  /** The files' names as they were given; `-` is the standard input. */
  readonly files: readonly string[];
  readonly encryption: Encryption | undefined;
}

/** What `--help` prints. */
export const HELP = `Prints each telegram of the files as one line of JSON.

npm run -s decode -- [OPTION…] FILE…

  FILE            bytes as a P1 port sends them; - reads the standard input
  --engine c|ts   run the generated C (default), or the TypeScript itself
  --key HEX       the key of encrypted telegrams, 32 digits
  --aad HEX       their additional data, security byte included (default: Luxembourg's)
  --help          this

The exit status is 0 when every file has telegrams and all of them are good, 1 when one is not, 2 for wrong use.
`;

/** Reads the command line; null asks for the help. Wrong use is a failure with exit status 2. */
export function readOptions(line: readonly string[]): DecodeOptions | null {
  const { values, positionals } = parse(line);
  if (values.help === true) {
    return null;
  }
  const engine = values.engine;
  if (engine !== undefined && engine !== "c" && engine !== "ts") {
    throw new Failure(`--engine is c or ts, not ${engine}.`, 2);
  }
  if (positionals.length === 0) {
    throw new Failure("No file was named: npm run -s decode -- FILE…, or - for the standard input.", 2);
  }
  return { engine, files: positionals, encryption: encryptionOf(values.key, values.aad) };
}

function encryptionOf(key: string | undefined, aad = settingText("encryption_aad")): Encryption | undefined {
  if (!/^([0-9a-f]{2}){0,64}$/i.test(aad)) {
    throw new Failure("--aad takes an even number of hexadecimal digits, at most 128.", 2);
  }
  if (key === undefined) {
    return undefined;
  }
  if (!/^[0-9a-f]{32}$/i.test(key)) {
    throw new Failure("--key takes 32 hexadecimal digits.", 2);
  }
  return { key: Buffer.from(key, "hex"), additional: Buffer.from(aad, "hex") };
}

/** What a setting of the device is at first. */
function settingText(name: SettingName): string {
  return SETTINGS.find((setting) => setting.name === name)?.text ?? "";
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
