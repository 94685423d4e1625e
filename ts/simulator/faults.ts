/** What can be wrong with a line, for tests: the simulator does it on demand. */

import { type Bytes, type int, type u32 } from "ts2c";
import { Random } from "./random.ts";

/**
 * `crc`: each telegram's CRC is wrong. `noise`: bytes that belong to no telegram come before each. `cut`: each ends in its
 * middle. `silence`: none comes. `burst`: three come at once.
 */
export type Fault = "none" | "crc" | "noise" | "cut" | "silence" | "burst";

/** The fault at a place of the choices of the setting `simulator_fault`. */
export function faultAt(place: int): Fault {
  switch (place) {
    case 1:
      return "crc";
    case 2:
      return "noise";
    case 3:
      return "cut";
    case 4:
      return "silence";
    case 5:
      return "burst";
    default:
      return "none";
  }
}

/** How many bytes of noise come at a time. */
const NOISE = 64;

/** Noise: any bytes, as a line picks them up. */
export class Noise {
  private readonly random: Random = new Random();
  private readonly bytes: Uint8Array = new Uint8Array(NOISE);

  seed(seed: u32): void {
    this.random.seed(seed);
  }

  next(): Bytes {
    for (let i = 0; i < this.bytes.length; i++) {
      this.bytes[i] = this.random.next() & 0xff;
    }
    return this.bytes;
  }
}
