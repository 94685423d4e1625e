/** Before `npm pack`: makes JavaScript of the desk and of the device's TypeScript, since Node runs no TypeScript of a package. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { DESK_BUNDLE, ROOT } from "./desk-bundle.ts";

const OUT = join(ROOT, "build", "package");

rmSync(OUT, { recursive: true, force: true });
await build({
  ...DESK_BUNDLE,
  entryPoints: { "p1-meter": "tools/desk/main.ts", device: "ts/device.ts" },
  sourcemap: true,
  sourcesContent: false,
  outdir: OUT,
});
