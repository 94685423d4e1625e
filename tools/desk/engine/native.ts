import { writeSync } from "node:fs";
import { Failure, messageOf, Unavailable } from "../failure.ts";
import { bridgeSource, callbackPrototype, entryPrototype } from "./bridge.ts";
import { compile, type Compilation } from "./compile.ts";
import { carriageOf, readInterface, type DriverFunction, type EntryFunction, type Interface } from "./interface.ts";

type AnyFunction = (...parameters: unknown[]) => unknown;
type Koffi = typeof import("koffi").default;

/** What fills the bytes that were lent to a driver once it has returned: keeping them is a mistake that shows. */
const POISON = 0xdd;

/** What the native engine is made from. */
export interface NativeOptions extends Omit<Compilation, "bridge"> {
  /** The module whose entries are wanted: `device` for those that `device.h` declares. */
  readonly module: string;
  /** Gives the module that implements a driver. */
  readonly driver: (name: string) => Promise<object>;
}

/**
 * Compiles and loads the generated C, joins it to the drivers, initialises it and gives a module's entries by name. No driver
 * is known here: `interface.json` says which there are and what their functions look like.
 */
export async function loadNative(options: NativeOptions): Promise<Record<string, AnyFunction>> {
  const description = readInterface(options.folder);
  const file = await compile({ ...options, bridge: bridgeSource(description) });
  const koffi = await loadKoffi();
  const library = koffi.load(file);
  const calls = new Calls();

  const panic = koffi.pointer(koffi.proto("void bridge_panic(const char *where)"));
  library.func("bridge_set_panic", "void", [panic])(koffi.register(stopAt, panic));
  for (const [index, driver] of description.drivers.entries()) {
    const implementation = await implementationOf(driver, options.driver);
    const type = koffi.pointer(koffi.proto(callbackPrototype(driver, index, description.enums)));
    const callback = driverCallback(koffi, calls, driver, implementation, description.enums);
    library.func(`bridge_set_${index}`, "void", [type])(koffi.register(callback, type));
  }

  const entries: Record<string, AnyFunction> = {};
  for (const [index, entry] of description.entries.entries()) {
    if (entry.header !== `${options.module}.h`) {
      continue;
    }
    const native = library.func(entryPrototype(entry, index, description.enums)) as AnyFunction;
    entries[entry.name] = entryFunction(calls, entry, native, description.enums);
  }
  for (const { symbol } of description.programs.filter((each) => each.module === options.module)) {
    calls.enter(symbol, library.func(symbol, "void", []) as AnyFunction, []);
  }
  return entries;
}

/** An `assert` did not hold: nothing of the program may run any more, so this never returns to it. */
function stopAt(where: string): never {
  const line = `panic at ${where}\n`;
  process.once("exit", () => writeSync(2, line));
  process.exit(70);
}

async function loadKoffi(): Promise<Koffi> {
  try {
    return (await import("koffi")).default;
  } catch (error) {
    throw new Unavailable(
      `koffi, which loads the compiled C, does not run here: ${messageOf(error).split("\n", 1)[0]}`,
    );
  }
}

async function implementationOf(driver: DriverFunction, load: (name: string) => Promise<object>): Promise<AnyFunction> {
  const module = (await load(driver.name)) as Record<string, unknown>;
  const implementation = module[driver.function];
  if (typeof implementation !== "function") {
    throw new Failure(`The desk's driver ${driver.name} has no function ${driver.function}, which the device calls.`);
  }
  return implementation as AnyFunction;
}

/** Follows what runs: one entry at a time, and an error thrown by a driver comes out of the entry that called it. */
class Calls {
  private running: string | null = null;
  private readonly failures: unknown[] = [];

  enter(name: string, native: AnyFunction, parameters: unknown[]): unknown {
    if (this.running !== null) {
      throw new Failure(`panic at ${name}: called while ${this.running} runs`, 70);
    }
    this.running = name;
    try {
      const result = native(...parameters);
      if (this.failures.length > 0) {
        throw this.failures[0];
      }
      return result;
    } finally {
      this.running = null;
      this.failures.length = 0;
    }
  }

  /** Calls a driver. C can't be unwound, so what it throws waits until the entry has returned. */
  drive(implementation: AnyFunction, parameters: unknown[]): unknown {
    try {
      return implementation(...parameters);
    } catch (error) {
      this.failures.push(error);
      return undefined;
    }
  }
}

function driverCallback(
  koffi: Koffi,
  calls: Calls,
  driver: DriverFunction,
  implementation: AnyFunction,
  enums: Interface["enums"],
): AnyFunction {
  const place = `${driver.name}.${driver.function}`;
  const carriages = driver.parameters.map(({ type }) => carriageOf(type, place, enums));
  return (...plain) => {
    const parameters: unknown[] = [];
    const spans: { readonly pointer: bigint; readonly bytes: Uint8Array }[] = [];
    const lent: Uint8Array[] = [];
    let at = 0;
    for (const [index, { type }] of driver.parameters.entries()) {
      const value = plain[at++];
      const carriage = carriages[index];
      if (carriage === "bytes" || carriage === "span") {
        const length = Number(plain[at++]);
        const bytes = copyOf(koffi, value as bigint, length);
        parameters.push(bytes);
        lent.push(bytes);
        if (carriage === "span" && length > 0) {
          spans.push({ pointer: value as bigint, bytes });
        }
      } else {
        parameters.push(
          carriage === "bool" ? value : carriage === "enum" ? enums[type]?.[Number(value)] : Number(value),
        );
      }
    }
    const result = calls.drive(implementation, parameters);
    for (const { pointer, bytes } of spans) {
      koffi.encode(pointer, "uint8_t", bytes, bytes.length);
    }
    lent.forEach((bytes) => bytes.fill(POISON));
    return plainResult(result, driver.returns, place, enums);
  };
}

function copyOf(koffi: Koffi, pointer: bigint, length: number): Uint8Array {
  return length === 0 ? new Uint8Array(0) : Uint8Array.from(koffi.decode(pointer, "uint8_t", length) as Uint8Array);
}

function plainResult(result: unknown, type: string, place: string, enums: Interface["enums"]): unknown {
  switch (carriageOf(type, place, enums)) {
    case "void":
      return undefined;
    case "bool":
      return result === true;
    case "enum":
      return Math.max(0, enums[type]?.indexOf(String(result)) ?? 0);
    default:
      return Number(result ?? 0);
  }
}

function entryFunction(
  calls: Calls,
  entry: EntryFunction,
  native: AnyFunction,
  enums: Interface["enums"],
): AnyFunction {
  const carriages = entry.parameters.map(({ type }) => carriageOf(type, entry.name, enums));
  const returned = carriageOf(entry.returns, entry.name, enums);
  return (...given) => {
    const plain: unknown[] = [];
    for (const [index, { type, name }] of entry.parameters.entries()) {
      const value = given[index];
      const carriage = carriages[index];
      if (carriage === "bytes" || carriage === "span") {
        const bytes = value as Uint8Array;
        plain.push(bytes, bytes.length);
      } else if (carriage === "enum") {
        const at = enums[type]?.indexOf(String(value)) ?? -1;
        if (at < 0) {
          throw new Failure(`${entry.name}: ${name} can't be ${String(value)}.`);
        }
        plain.push(at);
      } else {
        plain.push(value);
      }
    }
    const result = calls.enter(entry.name, native, plain);
    return returned === "enum"
      ? enums[entry.returns]?.[Number(result)]
      : returned === "integer"
        ? Number(result)
        : result;
  };
}
