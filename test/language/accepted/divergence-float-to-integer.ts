import { type f64, i16, i32, u32, u8 } from "ts2c";

/** A cast of these in C is undefined, or gives the least integer. */
const FAR: readonly f64[] = [3e9, -3e9, 4294967296.5, 1e300, -1e300, 0.9, -0.9, 2147483648, -2147483649];

function convert(x: f64): void {
  console.log(i32(x), u32(x), u8(x), i16(x));
}

for (const x of FAR) {
  convert(x);
}
convert(Math.sqrt(-1));
convert(1e300 * 1e300);
