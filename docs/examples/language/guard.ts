import { type Bytes, type u32, type u8 } from "ts2c";

export function digit(text: Bytes, at: u32): u8 {
  return text[at] - 48;
}
