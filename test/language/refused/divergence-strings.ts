// TS2C0601 at 6:10
// TS2C0601 at 10:10
import { type u16 } from "ts2c";

function size(text: string): u16 {
  return text.length;
}

function first(text: string): u16 {
  return text.charCodeAt(0);
}

console.log(size("é"), first("é"));
