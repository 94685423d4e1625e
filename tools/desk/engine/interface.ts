import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Failure, hasCode, messageOf, Unavailable } from "../failure.ts";

/**
 * What the transpiler says about the C it made (`interface.json`): the functions that the C calls (drivers), and those
 * that are called from outside: to start one of the programs, and afterwards its entries. The types are C's; an enum is named in `enums` and its values are indexes
 * into the texts there.
 */
export interface Interface {
  readonly programs: readonly Start[];
  readonly drivers: readonly DriverFunction[];
  readonly entries: readonly EntryFunction[];
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

/** What starts the program whose entries are in a module. */
export interface Start {
  readonly module: string;
  readonly symbol: string;
}

/** A parameter of a function that crosses the border. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
}

/** A function of a driver: the desk implements it in `platform/<name>.ts`. */
export interface DriverFunction {
  readonly name: string;
  readonly function: string;
  readonly symbol: string;
  readonly parameters: readonly Parameter[];
  readonly returns: string;
}

/** A function of the application that the outside calls. */
export interface EntryFunction {
  readonly name: string;
  /** The program that it belongs to. */
  readonly module: string;
  readonly symbol: string;
  readonly header: string;
  readonly parameters: readonly Parameter[];
  readonly returns: string;
}

const INTEGERS = ["uint8_t", "int8_t", "uint16_t", "int16_t", "uint32_t", "int32_t", "uint64_t", "int64_t"];

/** How a type crosses between C and JavaScript. */
export type Carriage = "void" | "bool" | "integer" | "enum" | "bytes" | "span";

/** How `type` crosses; a failure that names the place if it can't. */
export function carriageOf(type: string, place: string, enums: Interface["enums"]): Carriage {
  if (type === "void" || type === "bool") {
    return type;
  }
  if (type === "ts_bytes" || type === "ts_span_u8") {
    return type === "ts_bytes" ? "bytes" : "span";
  }
  if (INTEGERS.includes(type)) {
    return "integer";
  }
  if (type in enums) {
    return "enum";
  }
  throw new Failure(`interface.json: ${place} has the type ${type}, which the desk can't carry over.`);
}

/** Reads `interface.json` in the folder of the generated C. */
export function readInterface(folder: string): Interface {
  const file = join(folder, "interface.json");
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Interface;
  } catch (error) {
    if (hasCode(error, "ENOENT")) {
      throw new Unavailable(
        `There is no generated C (${relative(process.cwd(), file)} is missing): npm run generate makes it.`,
      );
    }
    throw new Failure(`${file} can't be read: ${messageOf(error)}`);
  }
}
