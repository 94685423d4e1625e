import { type Bytes } from "ts2c";

const bytes = new Uint8Array(4);

function view(): Bytes {
  return bytes.subarray(1);
}

bytes[1] = 5;
console.log("first", view()[0] ?? 9);
