// TS2C0201 at 10:18
// TS2C0201 at 11:14
// TS2C0201 at 12:15
// TS2C0201 at 13:15
// TS2C0001 at 13:26
// TS2C0201 at 14:14
// What is computed from a value without a type is not told as well.
import { type u8 } from "ts2c";

function half(x: number): u8 {
  const any: any = x;
  const list: u8[] = any;
  const pair: [u8, u8] = [1, 2];
  const map: Map<u8, u8> = any;
  return list.length + pair.length + map.size > 3 ? 1 : 0;
}

console.log(half(1));
