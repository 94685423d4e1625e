// TS2C0206 at 5:42
import { type FixedArray, array, type u8 } from "ts2c";

function make(n: 3): void {
  const items: FixedArray<u8, 3> = array(n, 0);
  console.log(items.length);
}

make(3);
