import { type i16, type range, u8, type u16 } from "ts2c";

/** No sum of two `u16` overflows: it is computed in a type that holds it. */
export function middle(a: u16, b: u16): u16 {
  return (a + b) >> 1;
}

/** A sensor of twelve bits, 0 to 4095, as tenths of degrees. */
export function tenths(raw: range<0, 4095>): i16 {
  return Math.trunc((raw * 1650) / 4095) - 400;
}

/** What does not fit is said to wrap, or to saturate. */
export function brightness(level: i16): u8 {
  return u8.clamp(level * 2);
}
