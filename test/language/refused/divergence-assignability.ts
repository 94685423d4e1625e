// TS2C0203 at 33:20
// TS2C0203 at 33:34
// TS2C0203 at 34:7
import { type FixedArray, array, type u16, type u8 } from "ts2c";

interface Frozen {
  readonly x: u8;
}

class Place {
  x: u8 = 1;
}

class Other {
  x: u8 = 1;
}

const place = new Place();
const bytes: FixedArray<u8, 2> = array(2, 0);

function frozen(value: Frozen): u8 {
  return value.x;
}

function other(value: Other): u8 {
  return value.x;
}

function words(value: FixedArray<u16, 2>): void {
  value[0] = 300;
}

console.log(frozen(place), other(place));
words(bytes);
