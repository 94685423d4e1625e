import type { Mark } from "./modules/early.ts";
import type { Never } from "./modules/never.ts";
import { late } from "./modules/late.ts";
import { type Early, early } from "./modules/early.ts";
import { trace } from "./modules/trace.ts";

function show(mark: Mark, given: Early, never: Never | null): void {
  console.log(mark.digit, given.seen, late.seen, never === null, trace.seen);
}

// Types are no reason to run a module: `late` is made first.
show({ digit: 5 }, early, null);
