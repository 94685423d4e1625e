import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A module of `ts/` and all that it imports as one piece of JavaScript, which declares them as `program`. */
export async function bundleOf(module: string, plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}ts/${module}.ts`],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "program",
    target: "es2022",
    charset: "utf8",
    absWorkingDir: ROOT,
    plugins,
  });
  return outputFiles[0]?.text ?? "";
}
