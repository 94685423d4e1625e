/** What a catalogue of more codes costs: the device transpiled with shorter and longer lists, and one telegram read by each. */

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CATALOGUE } from "../../../ts/meter/catalogue.ts";
import { Failure } from "../../desk/failure.ts";
import { build } from "../../ts2c/src/build.ts";
import { buildFrom, countRv32, sizeOf } from "../c.ts";
import { allWork, type Work } from "../work.ts";
import type { CatalogueFigure } from "./figures.ts";

const ROOT = resolve(import.meta.dirname, "..", "..", "..");
const BUILD = join(ROOT, "build", "bench", "growth");
/** From a quarter of today's 185 codes, which the telegram needs nearly all, to four times as many. */
export const SIZES: readonly number[] = [46, 92, 185, 370, 740];
/** The transpiler runs so often for each; the quickest counts, which Node's collector of memory disturbed least. */
const RUNS = 3;
/** The hash table of ts/meter/catalogue.ts: today's places are bytes, of which one value means nobody. */
const PLACES = 512;
const MOST_IN_BYTES = 254;
/** A table is full to at most this part, as today's is. */
const FULL = 185 / PLACES;

/** What a telegram's readings are called, one line each, as far as the catalogue names them. */
function codesOf(readings: string): number[] {
  const codes = readings
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = (line.split("\t")[1] ?? "").split(/[-:.]/).map(Number);
      return ((a << 28) | (b << 24) | (c << 16) | (d << 8) | e) >>> 0;
    });
  return [...new Set(codes)];
}

/** The codes that stay, of which the telegram's are the first. */
function chosen(size: number, needed: readonly number[]): number[] {
  const known = CATALOGUE.map(({ code }) => code);
  const first = needed.filter((code) => known.includes(code));
  return [...first, ...known.filter((code) => !first.includes(code))].slice(0, size);
}

/** The places and the bits of each that a list of that size needs. */
function tableFor(size: number): { readonly places: number; readonly bits: number } {
  let places = PLACES;
  while (size / places > FULL) {
    places *= 2;
  }
  return { places, bits: size > MOST_IN_BYTES ? 16 : 8 };
}

/** The source of the catalogue with another list. More than 254 rows want another table, too. */
function sourceFor(source: string, size: number, needed: readonly number[]): string {
  const { places, bits } = tableFor(size);
  const stay = chosen(size, needed);
  const extra = Math.max(0, size - stay.length);
  const list = `
  const stay: readonly number[] = [${stay.join(", ")}];
  for (const code of [...entries.keys()].filter((one) => !stay.includes(one))) {
    entries.delete(code);
  }
  for (let i = 0; i < ${String(extra)}; i++) {
    const code = ((7 << 28) | ((i % 7) << 16) | (Math.trunc(i / 7) << 8)) >>> 0;
    entries.set(code, { code, topic: \`more/reading_\${String(i)}\`, kind: "counter", device: "energy", shown: "rare" });
  }
  return [...entries.values()].sort(`;
  const changes: readonly (readonly [string, string])[] = [
    ["\n  return [...entries.values()].sort(", list],
    ["const PLACES = 512;", `const PLACES = ${String(places)};`],
    ["const NOBODY = 255;", `const NOBODY = ${String(2 ** bits - 1)};`],
    ["range<0, 511>", `range<0, ${String(places - 1)}>`],
    [">>> 23;", `>>> ${String(32 - Math.log2(places))};`],
    ["const ROWS: readonly u8[]", `const ROWS: readonly u${String(bits)}[]`],
    ["type u8 }", bits === 8 ? "type u8 }" : "type u16, type u8 }"],
  ];
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) {
      throw new Failure(
        `ts/meter/catalogue.ts has no \`${from.trim()}\` any more: tools/bench/growth/catalogue.ts replaces it.`,
      );
    }
    return text.replace(from, () => to);
  }, source);
}

/** Transpiles the device with a list of that size into a folder, and gives it with the seconds of one processor that took. */
function transpile(size: number, needed: readonly number[]): { readonly folder: string; readonly seconds: number } {
  const home = join(BUILD, `catalogue-${String(size)}`);
  const source = join(home, "ts");
  const folder = join(home, "generated");
  rmSync(home, { recursive: true, force: true });
  cpSync(join(ROOT, "ts"), source, { recursive: true });
  const file = join(source, "meter", "catalogue.ts");
  writeFileSync(file, sourceFor(readFileSync(file, "utf8"), size, needed));
  const entries = ["device.ts", "decode.ts"].map((name) => join(source, name));
  const runs = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    const built = build(entries, { root: source, lines: false });
    const { user, system } = process.cpuUsage(before);
    return { ...built, seconds: (user + system) / 1e6 };
  });
  const [{ files, errors, errorCount }] = runs;
  if (errorCount > 0) {
    throw new Failure(`A catalogue of ${String(size)} codes is refused: ${errors.slice(0, 1000)}`);
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(join(ROOT, "tools", "ts2c", "runtime", "ts2c.h"), join(folder, "ts2c.h"));
  return { folder, seconds: Math.min(...runs.map(({ seconds }) => seconds)) };
}

/** Measures catalogues of these sizes with the simulator's telegram of DSMR 5. Each has to give the same readings. */
export function measureCatalogue(sizes: readonly number[], say: (line: string) => void): CatalogueFigure[] {
  const [work] = allWork(undefined) as [Work];
  say("catalogue: today's, to warm up");
  const { folder: today } = transpile(CATALOGUE.length, []);
  const { readings } = countRv32(buildFrom(today, "catalogue"), work);
  const needed = codesOf(readings);
  return sizes.map((codes) => {
    say(`catalogue: ${String(codes)} codes`);
    const { folder, seconds } = transpile(codes, needed);
    const object = buildFrom(folder, `catalogue-${String(codes)}`);
    const cost = countRv32(object, work);
    if (cost.readings !== readings) {
      throw new Failure(`With a catalogue of ${String(codes)} codes, the telegram gives other readings.`);
    }
    const { code, constants, ram } = sizeOf(object);
    return { codes, ...tableFor(codes), whole: cost.whole, code, constants, ram, transpiler: seconds };
  });
}
