// TS2C0601 at 9:3
// TS2C0601 at 10:15
import { type Bytes, utf8 } from "ts2c";

const text: Bytes = utf8("ab");
const bytes = new Uint8Array(4);

function reverse(): void {
  bytes.reverse();
  console.log(Math.cbrt(8), text.length);
}

reverse();
