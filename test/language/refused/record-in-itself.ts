// TS2C0201 at 8:18
// TS2C0201 at 12:18

import { type u32, type u8 } from "ts2c";

interface Link {
  readonly value: u8;
  readonly next: Link | null;
}

interface Tree {
  readonly kids: readonly Tree[];
}

export function size(tree: Tree): u32 {
  return tree.kids.length;
}

const first: Link = { value: 1, next: null };
console.log(first.value);
