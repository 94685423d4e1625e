import { type Bytes, type range, type u32 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { CARRIAGE_RETURN, LINE_FEED, SLASH } from "./ascii.ts";

/** The longest telegram that is kept whole: twice the longest that is known, and a text message of 2048 digits. */
const SIZE = 8192;
/** What the line end behind the CRC may add. */
const END = 2;

/** The bytes of the telegram that is being read, as they came, for whoever passes it on. */
export class TelegramCopy {
  private readonly bytes: Uint8Array = new Uint8Array(SIZE);
  private used: range<0, 8190> = 0;
  private whole: boolean = true;
  /** Where the telegram that was ended lies. */
  private start: u32 = 0;
  private length: range<0, 8192> = 0;

  clear(): void {
    this.used = 0;
    this.whole = true;
  }

  /** Adds bytes of the telegram, or of what stands before it. */
  add(part: Bytes): void {
    const used = this.used;
    const end = SIZE - END;
    if (part.length <= end - used) {
      this.bytes.set(part, used);
      this.used = used + part.length;
    } else {
      this.whole = false;
    }
  }

  /**
   * Ends the telegram of that identification: it begins with the last `/` that this stands behind. Its line end is made
   * whole, since it may still be on its way.
   */
  end(identification: Bytes): void {
    const used = this.used;
    this.start = used;
    for (let at = used - identification.length - 1; at >= 0 && this.start === used; at--) {
      if (
        this.bytes[at] === SLASH &&
        sameBytes(this.bytes.subarray(at + 1, at + 1 + identification.length), identification)
      ) {
        this.start = at;
      }
    }
    const last = used > 0 ? this.bytes[used - 1] : LINE_FEED;
    let length: range<0, 8192> = used;
    if (last !== LINE_FEED && last !== CARRIAGE_RETURN) {
      this.bytes[used] = CARRIAGE_RETURN;
      length = used + 1;
    }
    if (last !== LINE_FEED) {
      this.bytes[length] = LINE_FEED;
      length++;
    }
    this.length = length;
  }

  /** The telegram that was ended; nothing where it was too long to be kept. */
  view(): Bytes {
    return this.whole ? this.bytes.subarray(this.start, this.length) : this.bytes.subarray(0, 0);
  }
}
