import { type Bytes, type FixedArray, array, type int, type u16, type u8 } from "ts2c";

/** What converts: an integer to a wider one, a mutable view to a read-only one, a class to one or nothing. */
class Place {
  value: u8 = 3;
}

const place = new Place();
const bytes = new Uint8Array(3);
const items: FixedArray<u8, 3> = array(3, 5);

function widen(x: u16): int {
  return x;
}

function look(view: Bytes): int {
  return view.length > 2 ? view[2] : -1;
}

function valueOf(p: Place | null): int {
  return p === null ? -1 : p.value;
}

function sum(given: FixedArray<u8, 3>): int {
  let total = 0;
  for (const each of given) {
    total = (total + each) & 255;
  }
  return total;
}

bytes[2] = 8;
console.log(widen(place.value), look(bytes), valueOf(place), valueOf(null), sum(items));
