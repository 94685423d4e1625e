/** Stands for ts2c's own `load` in its copies: TypeScript parses and checks all programs of a folder once. */
import type { Diagnostics } from "../../tools/ts2c/src/diagnostics.ts";
import { inOrder, type Loaded, parse, type Parsed } from "../../tools/ts2c/src/load/load.ts";

export { isCore } from "../../tools/ts2c/src/load/load.ts";

const parsed = new Map<string, Parsed>();

/** Parses the programs that will be loaded from the folder; fails with what `tsc` says of them. */
export function parseAll(root: string, files: readonly string[]): void {
  const all = parse(files, root);
  if (all.tscErrors !== "") {
    throw new Error(all.tscErrors);
  }
  parsed.set(root, all);
}

export function load(files: readonly string[], root: string, diagnostics: Diagnostics): Loaded {
  return inOrder(parsed.get(root)!, files, root, diagnostics);
}
