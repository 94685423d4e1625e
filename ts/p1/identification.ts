import { type Bytes, type range } from "ts2c";
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
