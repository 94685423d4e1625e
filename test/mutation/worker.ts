/** Run as a process of its own: tries one mutant after the other, as it is told. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Copies } from "./copies.ts";
import type { Source } from "./corpus.ts";
import type { Mutant } from "./mutant.ts";
import { Trial } from "./trial.ts";

const [folder, compiled] = process.argv.slice(2);
const programs = JSON.parse(readFileSync(join(folder, "corpus.json"), "utf8")) as Source[];
const trial = new Trial(folder, new Copies(folder), programs, (looksAt) => process.send!({ looksAt }));
const harm = await trial.start(compiled === "compiled");

process.on("message", ({ mutant, last }: { mutant: Mutant; last?: string }) => {
  trial.try(mutant, last).then(
    (caught) => process.send!({ caught }),
    (error: unknown) => process.send!({ failed: String(error) }),
  );
});
process.on("disconnect", () => process.exit());
process.send!({ harm });
