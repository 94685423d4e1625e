/** Before `npm pack`: makes JavaScript of the desk and of the device's TypeScript, since Node runs no TypeScript of a package. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OUT = join(ROOT, "build", "package");

const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { dependencies: object };

rmSync(OUT, { recursive: true, force: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: { "p1-meter": "tools/desk/main.ts", device: "ts/device.ts" },
  bundle: true,
  // What is imported when it is needed stays apart, as the drivers that the C engine asks for by name.
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  external: Object.keys(dependencies),
  sourcemap: true,
  sourcesContent: false,
  outdir: OUT,
  logLevel: "warning",
});
