/** `npm run check`: what must hold of the source before it goes to main. Prints a line per part; exit status 1 if one fails. */

import { availableParallelism } from "node:os";

import { PARTS, type Outcome, type Part } from "./parts.ts";

let passed = 0;
let failed = 0;

/** Takes the next part until there is none. */
async function worker(queue: Part[]): Promise<void> {
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
    const start = performance.now();
    const outcome = await part.run();
    report(part, outcome, (performance.now() - start) / 1000);
  }
}

function report(part: Part, outcome: Outcome, seconds: number): void {
  if (outcome.ok) {
    passed++;
    console.log(`${part.name}: ok (${seconds.toFixed(1)} s)`);
    if (part.showsFigure) {
      console.log(`    ${outcome.output.trimEnd()}`);
    }
  } else {
    failed++;
    console.log(`${part.name}: failed. ${part.remedy}`);
    console.log(outcome.output.trimEnd().replace(/^(?=.)/gm, "    "));
  }
}

const queue = [...PARTS];
await Promise.all(Array.from({ length: availableParallelism() }, () => worker(queue)));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
