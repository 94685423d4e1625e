/** Where the desk is: in its repository, or in a package, as `npm pack` bundles it, whose folder is not its own to write to. */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function packageOf(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, "package.json"))) {
    folder = dirname(folder);
  }
  return folder;
}

const isPackage = !import.meta.url.endsWith("/place.ts");

/** The top folder, with a slash behind it. */
export const ROOT = join(packageOf(fileURLToPath(import.meta.url)), "/");

/** The device's TypeScript. */
export const DEVICE = new URL(isPackage ? "device.js" : "../../ts/device.ts", import.meta.url).href;

/** What a person types to start the desk. */
export const COMMAND = isPackage ? "p1-meter" : "npm start --";

/** Where the compiled C is kept: among the user's caches, or where systemd says. */
export const CACHE = isPackage
  ? join(process.env.CACHE_DIRECTORY ?? process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "p1-meter")
  : `${ROOT}build/desk`;
