import { type u16, utf8 } from "ts2c";

/** In bytes, which both engines count alike. */
function size(text: string): u16 {
  return utf8(text).length & 0xff;
}

function first(text: string): u16 {
  return utf8(text)[0] ?? 0;
}

console.log(size("é"), first("é"));
