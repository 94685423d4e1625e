// Constants that only `uint32_t` or 64 bits hold, with a sign before them, between narrower values and in a choice.
import { i8, type i32, type u32, type u8 } from "ts2c";

const FAR: u32 = 4294967295;
const NEAR = 0xfffffff0;
const LOW: i32 = -2147483648;
const LOWS: readonly i32[] = [-2147483648, -2147483648];

class State {
  n: u8 = 3;
}
const s = new State();

console.log("signs", -FAR - s.n, s.n * -FAR + 0, -NEAR - 1, -LOW, 0 - LOW, LOW * -1, Math.abs(LOW));
console.log("choice", (s.n > 2 ? FAR : -32) + 0, (s.n > 5 ? FAR : -32) + 0, (s.n < 4 ? 0xffffffff : -2) < LOWS[0]);
console.log("sums", FAR - s.n, s.n - FAR, FAR * 2, FAR + FAR, Math.min(FAR, s.n - 5), ~FAR, i8(s.n % 128) + FAR);
console.log("compared", s.n - 5 < FAR, s.n - 7 === FAR, s.n > 5 === s.n < 9, Math.trunc(-FAR / 3) + 0);
console.log("least", -(-2147483648), 0 - -2147483648, -LOWS[s.n & 1], -(s.n < 0 ? LOWS[0] : LOWS[1]), -(LOWS[0] | 0));
console.log("nothing", Math.min(-(1 >>> 2), s.n * FAR) + 0);
