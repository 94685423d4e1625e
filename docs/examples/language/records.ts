import { type Bytes, type u16, type u8 } from "ts2c";

/** A value: copied freely, changed never. */
export interface Reading {
  readonly channel: u8;
  readonly value: u16;
}

export function parse(frame: Bytes): Reading | null {
  if (frame.length < 3) {
    return null;
  }
  return { channel: frame[0], value: (frame[1] << 8) | frame[2] };
}

export function loud(frame: Bytes): boolean {
  const reading = parse(frame);
  if (reading === null) {
    return false;
  }
  const { channel, value } = reading;
  return channel === 1 && value > 1000;
}
