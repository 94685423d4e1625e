import { type u16 } from "ts2c";

type Filter = (value: u16) => u16;

function same(value: u16): u16 {
  return value;
}

function halved(value: u16): u16 {
  return value >> 1;
}

/** What only computes is no part of the program, and may use all of TypeScript. */
function plusOne(value: number): number {
  return [value].map((each) => each + 1)[0];
}

/** Nothing but this table names them, and yet they are part of the program. */
const FILTERS: readonly Filter[] = [same, halved];
const NUMBERS: readonly u16[] = [1, 2].map(plusOne);

for (const number of NUMBERS) {
  for (const filter of FILTERS) {
    console.log(filter(number));
  }
}

function doubled(value: u16): u16 {
  return (value * 2) & 0xffff;
}

/** Nobody here reads it, but others may, and it stands in the C. */
export const SPARE: readonly Filter[] = [doubled];
