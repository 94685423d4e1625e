import { type FixedArray, array, type u16, type u8 } from "ts2c";

interface Pair {
  readonly first: u8;
  readonly second: u8;
}

interface Entry {
  readonly key: u8;
  readonly value: u8;
}

const map: FixedArray<Entry, 4> = array(4, { key: 0, value: 0 });

function half(x: u16): u8 {
  const list: FixedArray<u8, 3> = array(3, 1);
  const pair: Pair = { first: 1, second: 2 };
  return list[0] + list.length + pair.second + map.length > x ? 1 : 0;
}

console.log(half(1), half(10));
