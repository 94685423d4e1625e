// TS2C0306 at 7:3
import { type Bytes, type u8, utf8 } from "ts2c";

const target = new Uint8Array(4);

function put(source: Bytes, at: u8): void {
  target.set(source, at);
}

put(utf8("ab"), 2);
console.log(target[2]);
