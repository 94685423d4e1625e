import { utf8, type Bytes, type range } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { SPACE, trimEnd } from "./ascii.ts";

/** How many characters of an identification are kept; the standard has 20 (IEC 62056-21, 6.3.2). */
const IDENTIFICATION_LIMIT = 96;

/** Who sends the telegram: the text behind its `/`, such as `ISK5\2M550T-1012`. */
export class Identification {
  private readonly bytes: Uint8Array = new Uint8Array(IDENTIFICATION_LIMIT);
  private used: range<0, 96> = 0;

  clear(): void {
    this.used = 0;
  }

  view(): Bytes {
    return this.bytes.subarray(0, this.used);
  }

  /** Takes it from a telegram's first row. False when the row can't be one: it is empty or has unprintable characters. */
  take(row: Bytes): boolean {
    const end = trimEnd(row, 1, row.length);
    for (const byte of row.subarray(1, end)) {
      if (byte < SPACE || byte > 126) {
        return false;
      }
    }
    const name = row.subarray(1, Math.min(end, IDENTIFICATION_LIMIT + 1));
    if (name.length === 0 || name.length > IDENTIFICATION_LIMIT) {
      return false;
    }
    this.bytes.set(name, 0);
    this.used = name.length;
    return true;
  }
}

/**
 * Whether an identification is Holley's, `HLY5/D545-METER`: with a `/` inside, and CRC-16/X-25 at the end of the telegram
 * (ndokter/dsmr_parser#91).
 */
export function isHolley(identification: Bytes): boolean {
  return sameBytes(identification.subarray(0, 3), utf8("HLY"));
}
