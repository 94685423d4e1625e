/** Plays the fuzzer's scripts in Node: what harness.c does with the C is done here with the TypeScript. */

import { Script } from "node:vm";
import type { Plugin } from "esbuild";
import {
  carriageOf,
  type DriverFunction,
  type EntryFunction,
  type Interface,
  type Parameter,
} from "../../tools/desk/engine/interface.ts";
import { bundleOf } from "../support/bundle.ts";
import { ANSWERS, RECEIVES, STARTS, STEADY, STOPS, TICKS } from "./answers.ts";
import { KEPT_KEYS } from "./writer.ts";

const HEAD = Buffer.from("/ABC5\\FUZZ\r\n\r\n");

type Value = number | string | boolean | Uint8Array | undefined;
type Callable = (...values: Value[]) => Value;
/** What stands in answers.ts. */
type Answer = (seed: number, now: number, next: () => number) => number | boolean;

/** The program as one piece of JavaScript that begins anew with each evaluation; its drivers are those of `globalThis.fuzz`. */
async function bundle(made: Interface, module: string): Promise<Script> {
  const drivers: Plugin = {
    name: "drivers",
    setup(of) {
      of.onResolve({ filter: /^#platform\// }, ({ path }) => ({ path, namespace: "drivers" }));
      of.onLoad({ filter: /.*/, namespace: "drivers" }, ({ path }) => ({
        contents: made.drivers
          .filter(({ name }) => path === `#platform/${name}`)
          .map((driver) => `export const ${driver.function} = globalThis.fuzz["${nameOf(driver)}"];`)
          .join("\n"),
      }));
    },
  };
  return new Script(`${await bundleOf(module, [drivers])}\nprogram;`, { filename: `${module}.js` });
}

function nameOf(driver: DriverFunction): string {
  return `${driver.name}.${driver.function}`;
}

/** Plays scripts, one after the other, each with a program as at power-up. */
export class Player {
  private readonly made: Interface;
  private readonly program: Script;
  private readonly entries: readonly EntryFunction[];
  private readonly answers: ReadonlyMap<string, Answer>;
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;
  private seed = 0;
  private now = 0;
  private chance = 1;
  private traced = 0;
  private readonly kept: Uint8Array[] = [];
  /** What the script says that drivers answer next. */
  private readonly scripted = new Map<DriverFunction, Uint8Array>();
  /** Each call as a line, for a person who looks for a difference. */
  lines: string[] = [];

  static async create(made: Interface, module: string): Promise<Player> {
    return new Player(made, module, await bundle(made, module));
  }

  private constructor(made: Interface, module: string, program: Script) {
    this.made = made;
    this.program = program;
    this.entries = made.entries.filter((entry) => entry.module === module);
    this.answers = new Map(
      Object.entries(ANSWERS).map(([name, text]) => [
        name,
        new Script(`(seed, now, next) => (${text.replace(/\brandom\b/g, "next()")})`).runInThisContext() as Answer,
      ]),
    );
    (globalThis as { fuzz?: object }).fuzz = Object.fromEntries(
      made.drivers.map((driver) => [nameOf(driver), this.driver(driver)]),
    );
  }

  /** Plays a script; the result is the hash of everything that the program told its drivers. */
  play(script: Uint8Array): string {
    this.bytes = script;
    this.at = 0;
    this.traced = 2166136261;
    this.lines = [];
    this.scripted.clear();
    this.seed = this.word();
    this.chance = this.seed === 0 ? 1 : this.seed;
    this.now = this.seed;
    for (let key = 0; key < KEPT_KEYS; key++) {
      this.kept[key] = this.part();
    }
    const program = this.program.runInThisContext() as Readonly<Record<string, Callable>>;
    let started = false;
    while (this.at < script.length) {
      const index = this.byte() % (this.entries.length + 3);
      if (index === this.entries.length + 2) {
        const driver = this.made.drivers[this.byte() % this.made.drivers.length];
        this.scripted.set(driver, this.part());
        continue;
      }
      if (!started && index !== 0) {
        program[STARTS]?.();
        started = true;
      }
      const entry = this.entries[index];
      if (entry !== undefined) {
        if (!this.call(entry, program)) {
          break;
        }
      } else if (index === this.entries.length) {
        program[RECEIVES]?.(this.telegram());
      } else {
        this.now = (this.now + (this.word() & 0xfffff)) >>> 0;
      }
    }
    return this.traced.toString(16).padStart(8, "0");
  }

  private byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  private word(): number {
    const [a, b, c, d] = [this.byte(), this.byte(), this.byte(), this.byte()];
    return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
  }

  private number(): number {
    const byte = this.byte();
    return byte >= 0xf0 ? this.word() : byte < 0x80 ? byte % 8 : byte;
  }

  private part(): Uint8Array {
    let length = this.byte();
    if (length > 250) {
      length = this.byte();
      length |= this.byte() << 8;
    }
    const at = Math.min(this.at, this.bytes.length);
    const part = this.bytes.slice(at, at + length);
    this.at = at + part.length;
    return part;
  }

  private telegram(): Uint8Array {
    const before = Buffer.concat([HEAD, this.part(), Buffer.from("!")]);
    let crc = 0;
    for (const byte of before) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) {
        crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
      }
    }
    return Buffer.concat([before, Buffer.from(`${crc.toString(16).toUpperCase().padStart(4, "0")}\r\n`)]);
  }

  private random(): number {
    let chance = this.chance;
    chance ^= chance << 13;
    chance ^= chance >>> 17;
    chance ^= chance << 5;
    this.chance = chance >>> 0;
    return this.chance;
  }

  private call(entry: EntryFunction, program: Readonly<Record<string, Callable>>): boolean {
    if (entry.name === TICKS) {
      this.now = (this.now + 100) >>> 0;
    }
    const values = entry.parameters.map(({ name, type }) => this.argument(type, name));
    this.trace(entry.name);
    if (entry.name !== STARTS) {
      const returned = program[entry.name]?.(...values);
      if (entry.returns !== "void") {
        this.traceValue({ name: entry.name, type: entry.returns }, returned);
      }
    }
    for (const value of values) {
      if (value instanceof Uint8Array) {
        value.fill(0xa5); // Whoever still looks at it sees something else than in C.
      }
    }
    return entry.name !== STOPS;
  }

  private argument(type: string, place: string): Value {
    switch (carriageOf(type, place, this.made.enums)) {
      case "bytes":
        return this.part();
      case "bool":
        return (this.byte() & 1) !== 0;
      case "enum": {
        const texts = this.made.enums[type] ?? [];
        return texts[this.byte() % texts.length];
      }
      default:
        return withinType(type, this.number());
    }
  }

  private driver(driver: DriverFunction): Callable {
    const name = nameOf(driver);
    const silent = driver.name === "clock" && driver.parameters.length === 0;
    return (...values) => {
      if (!silent) {
        this.trace(name);
        driver.parameters.forEach((parameter, index) => {
          this.traceValue(parameter, values[index]);
        });
      }
      return this.answer(driver, name, values);
    };
  }

  private answer(driver: DriverFunction, name: string, values: readonly Value[]): Value {
    const filled = driver.parameters.findIndex(({ type }) => type === "ts_span_u8");
    const into = values[filled] as Uint8Array | undefined;
    const carriage = carriageOf(driver.returns, name, this.made.enums);
    const scripted = this.scripted.get(driver);
    if (scripted !== undefined && (into !== undefined || carriage === "bool" || carriage === "enum")) {
      this.scripted.delete(driver);
      return this.scriptedAnswer(driver, scripted, into);
    }
    if (name === "settings.read") {
      const kept = this.kept[this.made.enums[driver.parameters[0]?.type ?? ""]?.indexOf(values[0] as string) ?? -1];
      if (kept === undefined || into === undefined || kept.length > into.length) {
        return 0;
      }
      into.set(kept);
      return kept.length;
    }
    if (name === "cipher.gcmUpdate") {
      into?.set((values[0] as Uint8Array).subarray(0, into.length));
    } else {
      into?.forEach((_, index) => {
        into[index] = this.random() & 0xff;
      });
    }
    const answer = this.answers.get(name);
    if (answer !== undefined) {
      const value = answer(this.seed, this.now, () => this.random() >>> 1);
      return carriage === "enum" ? this.made.enums[driver.returns]?.[Number(value)] : value;
    }
    switch (carriage) {
      case "void":
        return undefined;
      case "bool":
        return (this.seed & STEADY) !== 0 || this.random() % 8 !== 0;
      case "enum": {
        const texts = this.made.enums[driver.returns] ?? [];
        return texts[this.random() % texts.length];
      }
      default:
        return withinType(driver.returns, into === undefined ? this.random() : this.random() % (into.length + 1));
    }
  }

  private scriptedAnswer(driver: DriverFunction, answer: Uint8Array, into: Uint8Array | undefined): Value {
    const byte = answer[0] ?? 0;
    const carriage = carriageOf(driver.returns, nameOf(driver), this.made.enums);
    if (into !== undefined) {
      const given = answer.subarray(0, into.length);
      into.set(given);
      return carriage === "integer" ? given.length : carriage === "bool" ? true : undefined;
    }
    const texts = this.made.enums[driver.returns] ?? [];
    return carriage === "bool" ? (byte & 1) !== 0 : texts[byte % texts.length];
  }

  private trace(name: string): void {
    for (const byte of Buffer.from(name)) {
      this.hash(byte);
    }
    this.lines.push(name);
  }

  private traceValue({ name, type }: Parameter, value: Value): void {
    if (value instanceof Uint8Array) {
      this.traceWord(value.length);
      if (type === "ts_bytes") {
        value.forEach((byte) => {
          this.hash(byte);
        });
        this.tell(value.length === 0 ? "" : `:${Buffer.from(value).toString("hex")}`);
      }
    } else if (carriageOf(type, name, this.made.enums) === "enum") {
      this.traceWord(this.made.enums[type]?.indexOf(value as string) ?? -1);
    } else {
      this.traceWord(Number(value));
    }
  }

  private traceWord(word: number): void {
    for (let shift = 0; shift < 32; shift += 8) {
      this.hash((word >>> shift) & 0xff);
    }
    this.tell(` ${word >>> 0}`);
  }

  private tell(text: string): void {
    this.lines[this.lines.length - 1] += text;
  }

  private hash(byte: number): void {
    this.traced = Math.imul(this.traced ^ byte, 16777619) >>> 0;
  }
}

/** A number as C's type keeps it. */
function withinType(type: string, value: number): number {
  const bits = Number(/\d+/.exec(type)?.[0] ?? 32);
  const kept = bits >= 32 ? value : value % 2 ** bits;
  return type.startsWith("int") && kept >= 2 ** (bits - 1) ? kept - 2 ** bits : kept;
}
