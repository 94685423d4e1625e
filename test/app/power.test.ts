import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { MOST_WATTS, Span, STEPS } from "../../ts/power/span.ts";

const HOUR_MS = 10_000;

/** What is kept of one direction, the oldest first. */
function kept(span: Span, flow: "drawn" | "given" = "drawn"): number[] {
  return Array.from({ length: STEPS }, (_, index) => span[flow].at(span.placeOf(index)));
}

function started(now = 0): Span {
  const span = new Span(HOUR_MS);
  span.start(now);
  return span;
}

test("nothing is known before the first telegram, and a step is kept when it is over", () => {
  const span = started();
  assert.deepEqual([...new Set(kept(span))], [-1]);
  span.take(1000, 0);
  span.tick(HOUR_MS - 1);
  assert.equal(kept(span).at(-1), -1);
  span.tick(HOUR_MS);
  assert.deepEqual(kept(span).slice(-2), [-1, 1000]);
  assert.equal(kept(span, "given").at(-1), 0);
});

test("a step is the mean of what was heard in it, each direction by itself", () => {
  const span = started();
  for (const [drawn, given] of [
    [100, 0],
    [200, 30],
    [601, 0],
  ] as const) {
    span.take(drawn, given);
  }
  span.tick(HOUR_MS);
  assert.equal(kept(span).at(-1), 300);
  assert.equal(kept(span, "given").at(-1), 10);
});

test("one step in which nothing was heard has the value before it, the next has none", () => {
  const span = started();
  span.take(500, 0);
  span.tick(4 * HOUR_MS);
  assert.deepEqual(kept(span).slice(-4), [500, 500, -1, -1]);
});

test("the clock goes round, and the span does not notice", () => {
  const start = 2 ** 32 - 5000;
  const span = started(start);
  span.take(7, 8);
  span.tick((start + HOUR_MS) >>> 0);
  assert.equal(kept(span).at(-1), 7);
  assert.equal(span.age((start + HOUR_MS + 1234) >>> 0), 1234);
});

test("after a pause longer than the span nothing is left of it, and it goes on", () => {
  const span = started();
  span.take(500, 0);
  span.tick((STEPS + 100) * HOUR_MS);
  assert.deepEqual([...new Set(kept(span))], [-1]);
  assert.equal(span.age((STEPS + 100) * HOUR_MS), 0);
  span.take(5, 0);
  span.tick((STEPS + 101) * HOUR_MS);
  assert.equal(kept(span).at(-1), 5);
});

test("the newest steps are there in their order, exactly up to 32 kW and to 32 W above", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: MOST_WATTS }), { minLength: 1, maxLength: 800 }), (watts) => {
      const span = started();
      watts.forEach((value, index) => {
        span.take(value, MOST_WATTS - value);
        span.tick((index + 1) * HOUR_MS);
      });
      const all = [...Array<number>(STEPS).fill(-1), ...watts].slice(-STEPS);
      kept(span).forEach((value, index) => {
        const wanted = all[index] ?? 0;
        assert.ok(wanted < 0x8000 ? value === wanted : wanted - value >= 0 && wanted - value < 32);
      });
    }),
    { numRuns: 30 },
  );
});
