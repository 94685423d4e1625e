/**
 * Copies of ts2c, one with nothing changed and one a mutant, each loaded beside the others in one process. What comes before
 * check is not mutated, so that all of them share what TypeScript made of the programs.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import type { build } from "../../tools/ts2c/src/build.ts";
import { type Mutant, mutate, readSource, rulesIn, SOURCES, STAGES } from "./mutant.ts";

export type Build = typeof build;

/** The rules that the copy with nothing broken came through, since somebody emptied it. */
export const reached = new Set<string>();
/** Where the copy finds it. */
Object.assign(globalThis, { mutationReached: reached });

export class Copies {
  private readonly folder: string;
  /** JavaScript of every file, by its path from the folder of a copy on. */
  private readonly plain = new Map<string, string>();
  private made = 0;

  /** @param folder somewhere inside the repository, where `typescript` is found */
  constructor(folder: string) {
    this.folder = folder;
    for (const path of readdirSync(SOURCES, { recursive: true, encoding: "utf8" })) {
      if (path.endsWith(".ts")) {
        this.plain.set(toJs(path), compile(readFileSync(join(SOURCES, path), "utf8")));
      }
    }
    const shared = JSON.stringify(pathToFileURL(join(import.meta.dirname, "parsed.ts")).href);
    this.plain.set("load/load.js", `export { load, isCore } from ${shared};`);
  }

  /** Loads a copy, broken as the mutant says. */
  async load(mutant: Mutant | undefined): Promise<Build> {
    const own = join(this.folder, `copy-${String(process.pid)}-${String(this.made++)}`);
    const files = new Map(this.plain);
    if (mutant === undefined) {
      for (const [path, text] of counting()) {
        files.set(path, text);
      }
    } else {
      files.set(toJs(mutant.file), compile(mutate(mutant, readSource(mutant.file))));
    }
    for (const [path, text] of files) {
      mkdirSync(dirname(join(own, path)), { recursive: true });
      writeFileSync(join(own, path), text);
    }
    const { build: loaded } = (await import(pathToFileURL(join(own, "build.js")).href)) as { build: Build };
    return loaded;
  }
}

/** The files of check, infer and lower, with a note at the beginning of every function. */
function counting(): [string, string][] {
  return STAGES.flatMap((stage) => readdirSync(join(SOURCES, stage)).map((name) => `${stage}/${name}`)).map((file) => {
    let text = readSource(file);
    for (const { name, body } of rulesIn(file, text).reverse()) {
      const note = `(globalThis as any).mutationReached.add("${file} ${name}");`;
      text = body === undefined ? text : `${text.slice(0, body)}${note}${text.slice(body)}`;
    }
    return [toJs(file), compile(text)];
  });
}

function toJs(path: string): string {
  return path.replace(/\.ts$/, ".js");
}

function compile(text: string): string {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    rewriteRelativeImportExtensions: true,
    verbatimModuleSyntax: true,
  };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}
