/** Candidates: what might hold at a loop's head in every turn, and where intervals might end. The turns show what lasts. */
import { ELEMENTS, INT } from "../model/types.ts";
import type { Interval } from "./interval.ts";
import { type Linear, atom, isExact, minus, sameLinear } from "./linear.ts";
import type { State } from "./state.ts";

/** The ends of the integer types, where an interval comes to rest that nothing else stops. */
export const TYPE_ENDS = [...Object.values(ELEMENTS).flatMap(({ min, max }) => [min, max]), INT.min, INT.max].sort(
  (a, b) => a - b,
);

/** More pairs than this would take longer than they help. */
const MOST_MOVING = 6;

/** How the atoms that differ between two states compare in the first: `x − y <= c`, for each pair. */
export function comparisons(before: State, after: State): Linear[] {
  const moving = [...before.atoms.values()]
    .filter(
      ({ key, fields }) => fields.length === 0 && !key.includes(".") && moved(before.known(key), after.known(key)),
    )
    .slice(0, MOST_MOVING)
    .map(({ key }) => atom(key));
  const found: Linear[] = [];
  for (const x of moving) {
    for (const y of moving) {
      const gap = minus(x, y);
      const largest = before.largest(gap);
      if (x !== y && Number.isSafeInteger(largest)) {
        found.push({ terms: gap.terms, constant: gap.constant - largest });
      }
    }
  }
  return found;
}

function moved(before: Interval, after: Interval): boolean {
  return before.min !== after.min || before.max !== after.max;
}

/** The numbers that each atom by itself is compared with, and the type's ends behind them: where its interval may end. */
export function boundsOf(tested: readonly Linear[]): Map<string, readonly number[]> {
  const bounds = new Map<string, number[]>();
  for (const { terms, constant } of tested.filter(isExact)) {
    const [term] = terms;
    if (terms.size === 1 && term !== undefined && Math.abs(term[1]) === 1) {
      const bound = -constant * term[1];
      bounds.set(term[0], [...(bounds.get(term[0]) ?? TYPE_ENDS), bound - 1, bound, bound + 1]);
    }
  }
  for (const each of bounds.values()) {
    each.sort((a, b) => a - b);
  }
  return bounds;
}

/** More candidates than this would take longer than they help. */
const MOST_TESTED = 12;

/** Which of the tested comparisons hold, as they are or by one more: a step goes past a bound before it is tested. */
export function held(entry: State, tested: readonly Linear[]): Linear[] {
  const found: Linear[] = [];
  for (const { terms, constant } of tested) {
    const bound = [constant, constant - 1].find((each) => entry.proves({ terms, constant: each }));
    const isNew = bound !== undefined && !found.some((known) => sameLinear(known, { terms, constant: bound }));
    if (isNew && terms.size > 1 && found.length < MOST_TESTED) {
      found.push({ terms, constant: bound });
    }
  }
  return found;
}
