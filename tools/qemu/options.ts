import { parseArgs } from "node:util";
import { Failure, wrongUse } from "../desk/failure.ts";

/** How the machine is to run. */
export interface QemuOptions {
  /** A folder with a firmware that was built for QEMU before; without it one is built. */
  readonly firmware: string | undefined;
  /** The file with the device's settings. */
  readonly settings: string | undefined;
  /** What the meter sends, once a second. */
  readonly replay: string;
  readonly http: number;
  readonly uart: number;
}

/** What `--help` prints. */
export const HELP = `Builds the firmware for the QEMU machine esp32c3, and runs it there with a meter that sends a file.

npm run qemu -- [OPTION…]

  --replay FILE      what the meter sends, once a second (default: docs/examples/dsmr5.txt)
  --settings FILE    the device's settings as JSON (default: a broker on this computer, port 1883)
  --http PORT        where its pages are on this computer (default: 8080)
  --uart PORT        where its serial port is on this computer, for another meter (default: 8555)
  --firmware FOLDER  run what was built there before
  --help             this

The device sees this computer as 10.0.2.2. What is typed goes to its console.
`;

/** Reads the command line; null asks for the help. Wrong use is a failure with exit status 2. */
export function readOptions(line: readonly string[]): QemuOptions | null {
  const values = parse(line);
  if (values.help === true) {
    return null;
  }
  return {
    firmware: values.firmware,
    settings: values.settings,
    replay: values.replay ?? "docs/examples/dsmr5.txt",
    http: portOf("--http", values.http, 8080),
    uart: portOf("--uart", values.uart, 8555),
  };
}

function portOf(option: string, value: string | undefined, first: number): number {
  const port = value === undefined ? first : Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Failure(`${option} takes a port, 1 to 65535, not ${value ?? ""}.`, 2);
  }
  return port;
}

function parse(line: readonly string[]) {
  try {
    return parseArgs({
      args: [...line],
      options: {
        firmware: { type: "string" },
        settings: { type: "string" },
        replay: { type: "string" },
        http: { type: "string" },
        uart: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw wrongUse(error, "npm run qemu -- --help");
  }
}
