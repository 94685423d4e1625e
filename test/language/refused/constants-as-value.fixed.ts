const Mode = { off: 0, on: { slow: 1, fast: 2 } } as const;

function sum(fast: boolean): boolean {
  const both = fast ? Mode.on.fast : Mode.on.slow;
  return Mode.off + Mode.on.slow + both > 2;
}
console.log("sum", sum(true), sum(false));
