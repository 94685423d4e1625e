import { array, type FixedArray, type u8 } from "ts2c";

const none = new Uint8Array(0);
const large = new Int32Array(2048);
const larger: FixedArray<u8, 4096> = array(4096, 0);

console.log(none.length, large.length, larger.length);
