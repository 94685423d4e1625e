/** Runs the programs of many seeds, batch by batch, and counts what became of them. */
import { runBatch, type Compilation, type Verdict } from "./batch.ts";
import { generateEdge } from "./generator/edge.ts";
import { generate } from "./generator/program.ts";

/** Which programs: ones that should be accepted, or ones near the edge. */
export type Kind = "random" | "edge";

export interface Failed {
  readonly seed: number;
  readonly program: string;
  readonly verdict: Extract<Verdict, { kind: "failed" }>;
  readonly compilation: Compilation;
}

export interface Outcome {
  programs: number;
  same: number;
  /** How many programs each code refused. */
  readonly refused: Map<string, number>;
  readonly failed: Failed[];
}

/** As many as are worth one start of the compilers. */
const BATCH = 50;
const COMPILATIONS: readonly Compilation[] = [
  { compiler: "gcc", optimisation: "-O1" },
  { compiler: "gcc", optimisation: "-O2" },
  { compiler: "gcc", optimisation: "-O1" },
  { compiler: "clang", optimisation: "-O1" },
];

export function programOf(kind: Kind, seed: number): string {
  return kind === "edge" ? generateEdge(seed) : generate(seed);
}

/**
 * Runs the programs of the seeds from `first` on. `compilations` take turns, batch by batch; `told` hears of each batch.
 */
export async function runCampaign(
  kind: Kind,
  first: number,
  count: number,
  compilations: readonly Compilation[] = COMPILATIONS,
  told: (outcome: Outcome) => void = () => undefined,
): Promise<Outcome> {
  const outcome: Outcome = { programs: 0, same: 0, refused: new Map(), failed: [] };
  for (let done = 0; done < count; done += BATCH) {
    const seeds = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => first + done + index);
    const compilation = compilations[(done / BATCH) % compilations.length];
    const programs = seeds.map((seed) => programOf(kind, seed));
    const verdicts = await runBatch(programs, compilation);
    verdicts.forEach((verdict, index) => {
      outcome.programs++;
      if (verdict.kind === "same") {
        outcome.same++;
      } else if (verdict.kind === "failed") {
        outcome.failed.push({ seed: seeds[index], program: programs[index], verdict, compilation });
      } else {
        for (const code of verdict.codes) {
          outcome.refused.set(code, (outcome.refused.get(code) ?? 0) + 1);
        }
      }
    });
    told(outcome);
  }
  return outcome;
}

/** One line: how many did the same, and which codes refused how many. */
export function summary(outcome: Outcome): string {
  const { programs, same, failed, refused } = outcome;
  const codes = [...refused]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => `${code}: ${String(count)}`)
    .join(", ");
  const accepted = ((100 * (same + failed.length)) / Math.max(1, programs)).toFixed(1);
  return `${String(programs)} programs, ${accepted} % accepted, ${String(same)} the same, ${String(failed.length)} failed; refused: ${codes === "" ? "none" : codes}`;
}

/** What there is to say of a failure: the seed that makes it again, and what happened. */
export function told({ seed, verdict, compilation }: Failed): string {
  return `seed ${String(seed)} (${compilation.compiler} ${compilation.optimisation}): ${verdict.how}: ${verdict.detail}`;
}
