import { type int, type u32, u8 } from "ts2c";

/** C's own enumerators are ints, and these are not. */
enum Limit {
  none = 0,
  low = -5000000000,
  most32 = 4294967295,
  most = 9007199254740991,
}

enum Mask {
  none = 0,
  all = 4294967295,
}

function limit(n: u32): Limit {
  return n > 5 ? Limit.most32 : n > 3 ? Limit.most : n > 1 ? Limit.low : Limit.none;
}

function order(limit: Limit): int {
  switch (limit) {
    case Limit.none:
      return 1;
    case Limit.low:
      return 0;
    case Limit.most32:
      return 2;
    case Limit.most:
      return 3;
  }
}

function mask(n: u32): Mask {
  return n > 5 ? Mask.all : Mask.none;
}

console.log(limit(0), limit(2), limit(4), limit(6));
console.log(order(Limit.most), order(limit(6)), order(limit(2)), order(limit(0)));
console.log(mask(0), mask(6), Mask.all + 1, u8(mask(7)), 0 - Limit.most32, ~mask(7), Limit.low + Limit.most32);
