/**
 * Loaded before a program that `ts2c run --engine node` runs: finds the module ts2c from anywhere, and tells a panic as C
 * does.
 */
import { existsSync } from "node:fs";
import { register } from "node:module";
import { relative } from "node:path";
import { fileURLToPath, URL } from "node:url";

const written = new URL("../library/index.ts", import.meta.url);
const compiled = new URL("../library/index.js", import.meta.url);
const library = (existsSync(written) ? written : compiled).href;
const hook = `export async function resolve(specifier, context, next) {
  return next(specifier === "ts2c" ? ${JSON.stringify(library)} : specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

process.on("uncaughtException", (error) => {
  if (error.name !== "Panic") {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(1);
  }
  const frame = /(file:[^\s)]+|\/[^\s)]+):(\d+):\d+/.exec(String(error.stack).split("\n").slice(2).join("\n"));
  const file = frame?.[1].startsWith("file:") ? fileURLToPath(frame[1]) : frame?.[1];
  process.stderr.write(`panic at ${relative(process.env.TS2C_ROOT ?? "", file ?? "")}:${frame?.[2] ?? "?"}\n`);
  process.exit(70);
});
