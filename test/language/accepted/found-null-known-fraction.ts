// A fraction that can no longer be null is compared with null all the same.
import { type f64, type u8 } from "ts2c";

class Holder {
  f: f64 | null = 0.5;
  n: u8 | null = 3;
}
const h = new Holder();

function main(small: u8): void {
  if (small > 3 || h.f === null) {
    console.log("null");
  } else if (h.f !== null) {
    console.log("two");
  }
  if (small > 3 || h.f === null) {
    console.log("null");
  } else if (h.f === null ? small > 2 : h.f !== null) {
    console.log("one");
  }
}
main(2);
