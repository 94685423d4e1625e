import { type u16, type u32, type u8 } from "ts2c";

/** The deepest path through calls is known: main, outer, middle, inner. A table stands for what would be recursion. */
const DEPTH = 8;
const left = new Uint8Array(DEPTH);

function inner(x: u8): u16 {
  return x + 1;
}

function middle(x: u8): u32 {
  return inner(x) * 2;
}

/** The sum of a tree of twos, `depth` levels deep. */
function tree(depth: u8): u32 {
  let used = 0;
  let sum: u32 = 0;
  left[0] = depth & 3;
  used = 1;
  for (let turn = 0; turn < 64 && used > 0; turn++) {
    used--;
    const level = left[used];
    sum = (sum + middle(level)) & 0xffff;
    for (let child = 0; child < 2 && level > 0 && used < DEPTH; child++) {
      left[used] = level - 1;
      used++;
    }
  }
  return sum;
}

console.log(tree(0), tree(1), tree(2), tree(3));
