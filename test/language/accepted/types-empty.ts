import { array, type Bytes, type FixedArray, type u8, utf8 } from "ts2c";

/** C has no arrays without elements. */
interface Point {
  readonly x: u8;
}

class Empty {
  readonly bytes = new Uint8Array(0);
  readonly items: FixedArray<u8, 0> = array(0, 3);
}

const NONE: readonly u8[] = [];
const POINTS: readonly Point[] = [];
const TEXTS: readonly string[] = [];
const TEXT = utf8("");
const memory = new Uint16Array(0);
const empty = new Empty();

function sum(bytes: Bytes): u8 {
  const own = new Uint8Array(0);
  return (bytes[0] ?? 7) & (own[0] ?? 6);
}

for (const point of POINTS) {
  console.log(point.x);
}
for (const text of TEXTS) {
  console.log("text", text);
}
console.log(NONE.length, NONE[0] ?? 1, TEXT.length, memory.length, memory[0] ?? 2);
console.log(empty.bytes.length, empty.items[0] ?? 5, sum(TEXT), sum(empty.bytes));
