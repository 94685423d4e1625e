/** Asks ts2c for the C of many programs at once, and sorts out those that it refuses. */
import { join } from "node:path";
import { build } from "../../tools/ts2c/src/build.ts";

export interface Translated {
  /** The C by its path; empty when every program was refused. */
  readonly files: ReadonlyMap<string, string>;
  readonly accepted: readonly string[];
  /** The codes of each program's diagnostics, and their whole text. */
  readonly refused: ReadonlyMap<string, { readonly codes: readonly string[]; readonly text: string }>;
  /** Programs on which ts2c itself broke, with what it said. */
  readonly broken: ReadonlyMap<string, string>;
}

/** After these ts2c looks at nothing else, so that the other programs of the round have not been judged yet. */
const LAST_WORDS = ["TS2C0213", "TS2C0405", "TS2C0701"];

/** Translates the modules `names` of the folder. */
export function translate(folder: string, names: readonly string[]): Translated {
  const refused = new Map<string, { codes: string[]; text: string }>();
  const broken = new Map<string, string>();
  let accepted = [...names];
  for (;;) {
    if (accepted.length === 0) {
      return { files: new Map(), accepted, refused, broken };
    }
    const result = attempt(folder, accepted);
    if (typeof result === "string") {
      for (const [name, why] of culprits(folder, accepted, result)) {
        broken.set(name, why);
      }
    } else if (result.errorCount === 0) {
      return { files: result.files, accepted, refused, broken };
    } else {
      const found = [...byProgram(result.errors, accepted)].map(([name, diagnostics]) => {
        const codes = new Set(diagnostics.flatMap((text) => text.match(/\bTS(?:2C)?\d{4}\b/g) ?? []));
        return { name, codes: [...codes], text: diagnostics.join("\n") };
      });
      const last = found.filter(({ codes }) => codes.some((code) => LAST_WORDS.includes(code)));
      for (const { name, codes, text } of last.length > 0 ? last : found) {
        refused.set(name, { codes, text });
      }
    }
    const left = accepted.filter((name) => !refused.has(name) && !broken.has(name));
    if (left.length === accepted.length) {
      throw new Error(`ts2c refuses what is in no program: ${typeof result === "string" ? result : result.errors}`);
    }
    accepted = left;
  }
}

/** What ts2c makes of the programs; a text where it breaks. */
function attempt(folder: string, names: readonly string[]): ReturnType<typeof build> | string {
  try {
    return build(
      names.map((name) => join(folder, `${name}.ts`)),
      { root: folder, lines: false },
    );
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** The programs on which ts2c breaks, found by halves. */
function culprits(folder: string, names: readonly string[], why: string): [string, string][] {
  if (names.length === 1) {
    return [[names[0], why]];
  }
  const middle = names.length >> 1;
  return [names.slice(0, middle), names.slice(middle)].flatMap((half) => {
    const result = attempt(folder, half);
    return typeof result === "string" ? culprits(folder, half, result) : [];
  });
}

/** The diagnostics of each program, tsc's and ts2c's. */
function byProgram(errors: string, names: readonly string[]): Map<string, string[]> {
  const known = new Set(names);
  const found = new Map<string, string[]>();
  for (const part of errors.split(/\n(?=\S*\.ts[:(]\d)/)) {
    const name = /([A-Za-z0-9_]+)\.ts[:(]\d/.exec(part)?.[1];
    if (name !== undefined && known.has(name)) {
      found.set(name, [...(found.get(name) ?? []), part.trimEnd()]);
    }
  }
  return found;
}
