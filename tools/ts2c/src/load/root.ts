/** Where a program's folder begins. Stands alone, so that a run from the cache needs no compiler. */
import { existsSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";

/** The folder that holds the program: the nearest one above all files that has a `platform` folder, else their own. */
export function rootOf(files: readonly string[]): string {
  const folders = files.map((file) => dirname(resolve(file)));
  let root = folders[0] ?? process.cwd();
  while (!folders.every((folder) => folder === root || folder.startsWith(root + sep))) {
    root = dirname(root);
  }
  for (let above = root; above !== dirname(above); above = dirname(above)) {
    if (existsSync(resolve(above, "platform"))) {
      return above;
    }
  }
  return root;
}
