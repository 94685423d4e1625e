import { type Writer } from "ts2c";
import * as system from "#platform/system";

/** Writes the chip's number, six hexadecimal digits: what tells this device from every other one. */
export function writeChipId(out: Writer): void {
  const chip = system.chipId();
  for (let shift = 20; shift >= 0; shift -= 4) {
    const digit = (chip >> shift) & 15;
    out.byte(digit < 10 ? 48 + digit : 87 + digit);
  }
}
