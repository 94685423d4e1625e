/** A package of npm as a contestant of `npm run bench`: its name, the folder that has it in node_modules, and the telegram's file. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { join } from "node:path";

const [name = "", folder = "", file = ""] = process.argv.slice(2);
const load = createRequire(join(folder, "any.js"));
const text = readFileSync(file, "latin1");

/** The code of a reading on each phase: `phases("voltage L#", "32.7.0")` is `["voltage L1", "1-0:32.7.0"]` and two more. */
function phases(what: string, code: string): [string, string][] {
  const [first = 0, ...rest] = code.split(".").map(Number);
  return [1, 2, 3].map((phase) => [
    what.replace("#", String(phase)),
    `1-0:${[first + 20 * (phase - 1), ...rest].join(".")}`,
  ]);
}

/** What dsmr-parser calls the readings. */
const OBJECTS: readonly [string, string][] = [
  ["electricity delivered tariff 1", "1-0:1.8.1"],
  ["electricity delivered tariff 2", "1-0:1.8.2"],
  ["electricity received tariff 1", "1-0:2.8.1"],
  ["electricity received tariff 2", "1-0:2.8.2"],
  ["actual electricity power delivered", "1-0:1.7.0"],
  ["actual electricity power received", "1-0:2.7.0"],
  ["number of power failures in any phase", "0-0:96.7.21"],
  ["number of long power failures in any phase", "0-0:96.7.9"],
  ...phases("number of voltage sags in L# phase", "32.32.0"),
  ...phases("number of voltage swells in L# phase", "32.36.0"),
  ...phases("instantaneous voltage L#", "32.7.0"),
  ...phases("instantaneous current L#", "31.7.0"),
  ...phases("instantaneous active power L# delivered", "21.7.0"),
  ...phases("instantaneous active power L# received", "22.7.0"),
  ["gas delivered", "0-1:24.2.1"],
];

/** Where p1-reader puts them. */
const PATHS: readonly [string, string][] = [
  ["electricity.received.tariff1.reading", "1-0:1.8.1"],
  ["electricity.received.tariff2.reading", "1-0:1.8.2"],
  ["electricity.delivered.tariff1.reading", "1-0:2.8.1"],
  ["electricity.delivered.tariff2.reading", "1-0:2.8.2"],
  ["electricity.received.actual.reading", "1-0:1.7.0"],
  ["electricity.delivered.actual.reading", "1-0:2.7.0"],
  ["electricity.numberOfPowerFailures", "0-0:96.7.21"],
  ["electricity.numberOfLongPowerFailures", "0-0:96.7.9"],
  ...phases("electricity.voltageSags.L#", "32.32.0"),
  ...phases("electricity.voltageSwell.L#", "32.36.0"),
  ...phases("electricity.instantaneous.voltage.L#.reading", "32.7.0"),
  ...phases("electricity.instantaneous.current.L#.reading", "31.7.0"),
  ...phases("electricity.instantaneous.power.positive.L#.reading", "21.7.0"),
  ...phases("electricity.instantaneous.power.negative.L#.reading", "22.7.0"),
  ["gas.reading", "0-1:24.2.1"],
];

/** What a telegram becomes, and what the readings are called in that. */
interface Package {
  readonly read: () => unknown;
  readonly names: readonly [string, string][];
}

function open(): Package {
  if (name === "p1-reader") {
    // It complains of the line with the CRC, which it does not know.
    console.error = () => undefined;
    const parse = load("p1-reader/lib/parsePacket") as (packet: string) => unknown;
    return { read: () => parse(text), names: PATHS };
  }
  const parser = load("dsmr-parser") as { parse: (telegram: string) => { readonly objects: unknown } };
  return { read: () => parser.parse(text).objects, names: OBJECTS };
}

/** What lies at a path in an object; names of dsmr-parser have no dots. */
function at(object: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], object);
}

const { read, names } = open();
const result = read();
for (const [path, code] of names) {
  const value = at(result, path);
  if (typeof value === "number") {
    console.log(`number\t${code}\t${value}`);
  }
}
console.log("end\tgood");
for await (const line of createInterface({ input: process.stdin })) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < Number(line); i++) {
    read();
  }
  console.log(`took\t${String(process.hrtime.bigint() - start)}\t${line}`);
}
