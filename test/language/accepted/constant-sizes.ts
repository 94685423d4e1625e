import { array, type FixedArray, type u8 } from "ts2c";

const TABLE: readonly u8[] = [3, 1, 4, 1, 5];
const BITS = 4;
const MASK = (1 << BITS) - 1;

const copies = new Uint8Array(TABLE.length);
const ring = new Uint8Array(MASK + 1);
const flags: FixedArray<boolean, 5> = array(5, false);
const rest = new Uint8Array((MASK % 4) | 4);

function name(size: u8): string {
  switch (size) {
    case TABLE.length:
      return "table";
    case MASK ^ 1:
      return "mask";
    case BITS >> 1:
      return "bits";
    default:
      return "other";
  }
}

for (let i = 0; i < TABLE.length; i++) {
  copies[i] = TABLE[i];
  flags[i] = copies[i] > 2;
}
ring[200 & MASK] = 9;
console.log(copies.length, ring.length, flags.length, rest.length, copies[4], flags[2], ring[8]);
console.log("names:", name(5), name(14), name(2), name(3));
