/** `ts2c build`: writes the C, with what it includes, so that the folder compiles by itself. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../build.ts";
import { writeFiles } from "./files.ts";
import type { Command } from "./options.ts";

const RUNTIME = fileURLToPath(new URL("../../runtime/", import.meta.url));

export async function runBuild({ files, root, lines, out, summary }: Command): Promise<number> {
  const built = build(files, { root, lines });
  if (built.errorCount > 0) {
    process.stderr.write(built.errors);
    return 1;
  }
  const text = summary ? (await import("./summary.ts")).summaryOf(built) : "";
  const runtime = readdirSync(RUNTIME).map((name) => [name, readFileSync(join(RUNTIME, name), "utf8")] as const);
  writeFiles(out, [...built.files, ...runtime]);
  process.stdout.write(text);
  return 0;
}
