// Parentheses change nothing of what they stand around.
import { array, type Bytes, type FixedArray, type u8 } from "ts2c";

const TABLE: readonly u8[] = [1, 2, 3];
const BYTES: Bytes = new Uint8Array([4, 5]);
const Limit = { low: 1, far: { high: 6 } } as const;
const memory = new Uint8Array(3);
const fixed: FixedArray<u8, 2> = array(2, 9);

function sum(): u8 {
  let found: u8 = 0;
  // prettier-ignore
  for (const each of (TABLE)) {
    found = (found + each) & 255;
  }
  // prettier-ignore
  for (const each of ((BYTES))) {
    found = (found + each) & 255;
  }
  // prettier-ignore
  for (const each of (memory)) {
    found = (found + each + 1) & 255;
  }
  // prettier-ignore
  for (const each of (fixed)) {
    found = (found + each) & 255;
  }
  // prettier-ignore
  return (found + (TABLE)[1] + (BYTES).length + ((TABLE)[found] ?? 3) + ((Limit).far).high) & 255;
}
console.log("sum", sum());
