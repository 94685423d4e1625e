/** `ts2c build`: writes the C, with what it includes, so that the folder compiles by itself. */
import { build } from "../build.ts";
import { COMPILER, compile, runtimeFiles, versionOf } from "./compile.ts";
import { writeFiles } from "./files.ts";
import type { Command } from "./options.ts";

export async function runBuild({ files, root, lines, out, summary, program }: Command): Promise<number> {
  const built = build(files, { root, lines });
  if (built.errorCount > 0) {
    process.stderr.write(built.errors);
    return 1;
  }
  const text = summary ? (await import("./summary.ts")).summaryOf(built) : "";
  writeFiles(out, [...built.files, ...runtimeFiles()]);
  if (program) {
    versionOf(COMPILER);
    compile(out, built.files);
  }
  process.stdout.write(text);
  return 0;
}
