import { type Bytes, type u16, type u32, type u8 } from "ts2c";

/** The number behind a length byte at `at`; 0 where the frame is too short. */
export function word(frame: Bytes, at: u32): u16 {
  if (at + 2 < frame.length) {
    return (frame[at + 1] << 8) | frame[at + 2];
  }
  return 0;
}

/** Outside of the frame it reads a zero. */
export function kind(frame: Bytes): u8 {
  return frame[3] ?? 0;
}

export function checksum(frame: Bytes): u8 {
  let sum: u8 = 0;
  for (const byte of frame) {
    sum = (sum + byte) & 0xff;
  }
  return sum;
}
