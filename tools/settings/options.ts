import { parseArgs } from "node:util";
import { Failure, wrongUse } from "../desk/failure.ts";

/** What is to be made. */
export interface ImageOptions {
  /** The file with the settings. */
  readonly file: string;
  /** The file that is written. */
  readonly out: string;
}

/** What `--help` prints. */
export const HELP = `Makes an image of the flash's partition for settings, to be written to a board that has none yet.

npm run settings -- FILE.json --out nvs.bin

  FILE.json   settings by name: { "broker_host": "192.168.1.2", "broker_port": 1883, "retain": true }
  --out FILE  the image
  --help      this

npm start -- --set list   names the settings and what each allows.
`;

/** Reads the command line; null asks for the help. Wrong use is a failure with exit status 2. */
export function readOptions(line: readonly string[]): ImageOptions | null {
  const { values, positionals } = parse(line);
  if (values.help === true) {
    return null;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.out === undefined) {
    throw new Failure(
      "One file with settings and the image's name are wanted: npm run settings -- FILE.json --out nvs.bin",
      2,
    );
  }
  return { file, out: values.out };
}

function parse(line: readonly string[]) {
  try {
    return parseArgs({
      args: [...line],
      allowPositionals: true,
      options: { out: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    throw wrongUse(error, "npm run settings -- --help");
  }
}
