// TS2C0212 at 9:13
import { type u8 } from "ts2c";

function first<T>(a: T, b: T, takesFirst: boolean): T {
  return takesFirst ? a : b;
}

const a: u8 = 1;
console.log(first(a, 2, true));
