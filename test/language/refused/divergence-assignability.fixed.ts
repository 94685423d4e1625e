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
const another = new Other();
const bytes: FixedArray<u16, 2> = array(2, 0);

function frozen(value: Frozen): u8 {
  return value.x;
}

function other(value: Other): u8 {
  return value.x;
}

function words(value: FixedArray<u16, 2>): void {
  value[0] = 300;
}

console.log(frozen({ x: place.x }), other(another));
words(bytes);
console.log(bytes[0], bytes[1]);
