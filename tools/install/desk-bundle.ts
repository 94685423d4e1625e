/** How the desk and the device's TypeScript become JavaScript that Node runs without this repository. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BuildOptions } from "esbuild";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { dependencies: object };

export const DESK_BUNDLE: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  // What is imported when it is needed stays apart, as the drivers that the C engine asks for by name.
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  external: Object.keys(dependencies),
  logLevel: "warning",
};
