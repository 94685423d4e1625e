// TS2C0701 at 5:7
import { type Bytes } from "ts2c";

const bytes = new Uint8Array(4);
const VIEW: Bytes = bytes.subarray(1);
bytes[1] = 5;
console.log(VIEW[0] ?? 9);
