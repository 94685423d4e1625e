import { type u8 } from "ts2c";

/** Its name in C ends like that of a value with a flag beside it. */
interface Maybe {
  readonly value: u8;
  readonly present: boolean;
}

function both(maybe: Maybe, other: Maybe | null): u8 {
  const inside = other === null ? 0 : other.value;
  return maybe.present ? maybe.value : inside;
}

console.log(both({ value: 3, present: true }, null), both({ value: 3, present: false }, { value: 5, present: true }));
