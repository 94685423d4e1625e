/** `ts2c build`: writes the C. */
import { build } from "../build.ts";
import { writeFiles } from "./files.ts";
import type { Command } from "./options.ts";

export async function runBuild({ files, root, lines, out, summary }: Command): Promise<number> {
  const built = build(files, { root, lines });
  if (built.errorCount > 0) {
    process.stderr.write(built.errors);
    return 1;
  }
  const text = summary ? (await import("./summary.ts")).summaryOf(built) : "";
  writeFiles(out, built.files);
  process.stdout.write(text);
  return 0;
}
