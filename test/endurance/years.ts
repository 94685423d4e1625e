/** The C of years.c, of what stands beside it, and of the device as one library. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import koffi from "koffi";
import { compile } from "../../tools/desk/engine/compile.ts";
import { generatedFolder } from "../../tools/desk/engine/engine.ts";
import { carriageOf, readInterface, type DriverFunction, type Interface } from "../../tools/desk/engine/interface.ts";

/** What happened so far. */
export interface Counts {
  readonly telegrams: number;
  readonly messages: number;
  readonly quarters: number;
  readonly heldBack: number;
}

/** The generated C through its years. */
export interface Years {
  /** One day passes; what was wrong, or null. */
  day(): string | null;
  counts(): Counts;
}

/** A driver function that does nothing. */
function silent(
  { name, function: of, symbol, parameters, returns }: DriverFunction,
  enums: Interface["enums"],
): string {
  const given = parameters.map((one) => `${one.type} ${one.name}`).join(", ") || "void";
  const unused = parameters.map((one) => `(void)${one.name};`).join(" ");
  const answer = carriageOf(returns, `${name}.${of}`, enums) === "void" ? "" : `return (${returns})0;`;
  return `${returns} ${symbol}(${given}) { ${unused} ${answer} }`;
}

function source(): string {
  const made = readInterface(generatedFolder());
  const own = ["meter.c", "house.c", "years.c"]
    .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"))
    .join("\n");
  const others = made.drivers.filter(({ symbol }) => !own.includes(` ${symbol}(`));
  const headers = new Set(made.drivers.map(({ name }) => `#include "platform/${name}.h"`));
  return [
    "#define _GNU_SOURCE",
    '#include "device.h"',
    '#include "program.h"',
    ...headers,
    ...others.map((driver) => silent(driver, made.enums)),
    own,
  ].join("\n");
}

/** Begins at `utc` seconds, with the clock of milliseconds at `offset`, and a telegram each `every` seconds. */
export async function beginYears(utc: number, offset: number, every: number): Promise<Years> {
  const cache = join(import.meta.dirname, "..", "..", "build", "desk");
  const file = await compile({ folder: generatedFolder(), bridge: source(), cache, say: () => undefined });
  const library = koffi.load(file);
  const begin = library.func("void years_begin(int64_t utc, uint32_t millis, uint32_t seconds)");
  const day = library.func("const char *years_day(void)");
  const count = library.func("double years_count(int which)");
  begin(utc, offset, every);
  return {
    day: () => day() as string | null,
    counts: () => {
      const [telegrams, messages, quarters, heldBack] = [0, 1, 2, 3].map((which) => count(which) as number);
      return { telegrams: telegrams, messages: messages, quarters: quarters, heldBack: heldBack };
    },
  };
}
