import { type Bytes, type u8, utf8 } from "ts2c";

const text: Bytes = utf8("ab");
const bytes = new Uint8Array(4);

function reverse(): void {
  for (let i = 0; i < 2; i++) {
    const last: u8 = bytes[3 - i];
    bytes[3 - i] = bytes[i];
    bytes[i] = last;
  }
  console.log(Math.sqrt(16), text.length, bytes[3]);
}

bytes[0] = 9;
reverse();
