/** Runs the programs of many seeds, batch by batch, and counts what became of them. */
import ts from "typescript";
import { runBatch, type Compilation, type Verdict } from "./batch.ts";
import { generateEdge } from "./generator/edge.ts";
import { generate } from "./generator/program.ts";

/** Which programs: ones that should be accepted, the same but brief, or ones near the edge. */
export type Kind = "random" | "brief" | "edge";

export interface Failed {
  readonly seed: number;
  readonly program: string;
  readonly verdict: Extract<Verdict, { kind: "failed" }>;
  readonly compilation: Compilation;
}

export interface Outcome {
  programs: number;
  /** Statements of the shortest program, and of all together. */
  fewest: number;
  statements: number;
  same: number;
  /** How many programs each code refused. */
  readonly refused: Map<string, number>;
  readonly failed: Failed[];
}

/** As many as are worth one start of the compilers. */
const BATCH: Readonly<Record<Kind, number>> = { random: 50, brief: 100, edge: 50 };
const COMPILATIONS: readonly Compilation[] = [
  { compiler: "gcc", optimisation: "-O1", sanitized: true },
  { compiler: "clang", optimisation: "-O0", sanitized: true },
  { compiler: "gcc", optimisation: "-O2", sanitized: false },
  { compiler: "gcc", optimisation: "-O0", sanitized: true },
  { compiler: "clang", optimisation: "-O2", sanitized: false },
];

export function programOf(kind: Kind, seed: number): string {
  return kind === "edge" ? generateEdge(seed) : generate(seed, kind === "brief");
}

function statementsIn(program: string): number {
  const count = (node: ts.Node): number => {
    let sum = ts.isStatement(node) && !ts.isBlock(node) ? 1 : 0;
    ts.forEachChild(node, (child) => {
      sum += count(child);
    });
    return sum;
  };
  return count(ts.createSourceFile("program.ts", program, ts.ScriptTarget.ES2022));
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
  const outcome: Outcome = { programs: 0, fewest: Infinity, statements: 0, same: 0, refused: new Map(), failed: [] };
  for (let done = 0; done < count; done += BATCH[kind]) {
    const seeds = Array.from({ length: Math.min(BATCH[kind], count - done) }, (_, index) => first + done + index);
    const compilation = compilations[(done / BATCH[kind]) % compilations.length];
    const programs = seeds.map((seed) => programOf(kind, seed));
    const verdicts = await runBatch(programs, compilation);
    verdicts.forEach((verdict, index) => {
      const statements = statementsIn(programs[index]);
      outcome.programs++;
      outcome.fewest = Math.min(outcome.fewest, statements);
      outcome.statements += statements;
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
  const mean = (outcome.statements / Math.max(1, programs)).toFixed(0);
  const accepted = ((100 * (same + failed.length)) / Math.max(1, programs)).toFixed(1);
  return `${String(programs)} programs of ${String(outcome.fewest)} statements and more (${mean} on average), ${accepted} % accepted, ${String(same)} the same, ${String(failed.length)} failed; refused: ${codes === "" ? "none" : codes}`;
}

/** What there is to say of a failure: the seed that makes it again, and what happened. */
export function told({ seed, verdict, compilation }: Failed): string {
  return `seed ${String(seed)} (${compilation.compiler} ${compilation.optimisation}${compilation.sanitized ? "" : ", no sanitizers"}): ${verdict.how}: ${verdict.detail}`;
}
