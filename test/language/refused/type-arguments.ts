// TS2C0212 at 8:13
import { type u8 } from "ts2c";

function first<T>(a: T, b: T, takesFirst: boolean): T {
  return takesFirst ? a : b;
}

console.log(first(1, 2, true));
