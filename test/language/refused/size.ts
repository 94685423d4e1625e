// TS2C0206 at 8:33
// TS2C0206 at 9:30
// TS2C0201 at 10:15
// TS2C0202 at 10:44

import { array, type FixedArray, type u8 } from "ts2c";

const negative = new Uint8Array(-1);
const large = new Int32Array(2147483648);
const larger: FixedArray<u8, 4294967296> = array(4294967296, 0);

console.log(negative.length, large.length, larger.length);
