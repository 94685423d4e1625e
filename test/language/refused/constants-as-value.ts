// TS2C0001 at 8:16
// TS2C0001 at 9:14
// TS2C0001 at 10:24
// TS2C0001 at 10:34
const Mode = { off: 0, on: { slow: 1, fast: 2 } } as const;

function sum(fast: boolean): boolean {
  const mode = Mode;
  const on = Mode.on;
  const both = (fast ? Mode.on : Mode.on).fast;
  return mode.off + on.slow + both > 2;
}
console.log("sum", sum(true));
