import { type Bytes, type range, type u32 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { CARRIAGE_RETURN, LINE_FEED, SLASH } from "./ascii.ts";

/** The longest telegram that is kept whole: twice the longest that is known, and a text message of 2048 digits. */
const SIZE = 6144;
/** What the line end behind the CRC may add. */
const END = 2;

/**
 * The bytes of telegrams, as they came, for whoever passes them on: of the last good one, and behind it of the one that is being
 * read. One that is so long that there is no room for both takes the place of the last.
 */
export class TelegramCopy {
  private readonly bytes: Uint8Array = new Uint8Array(SIZE);
  /** The last good telegram lies at the beginning. */
  private kept: range<0, 6144> = 0;
  /** Up to where the bytes of the one that is being read lie behind it. */
  private used: range<0, 6144> = 0;
  private whole: boolean = true;

  /** What was begun is none: the next telegram begins. */
  clear(): void {
    this.used = this.kept;
    this.whole = true;
  }

  /** Adds bytes of the telegram, or of what stands before it. */
  add(part: Bytes): void {
    if (this.kept > 0 && part.length > SIZE - END - Math.min(this.used, SIZE - END)) {
      this.forget();
    }
    const used = this.used;
    const end = SIZE - END;
    if (used <= end && part.length <= end - used) {
      this.bytes.set(part, used);
      this.used = used + part.length;
    } else {
      this.whole = false;
    }
  }

  /** Gives the room of the last telegram to the one that is being read. */
  private forget(): void {
    const kept = this.kept;
    const used = this.used;
    this.kept = 0;
    if (used >= kept) {
      this.bytes.copyWithin(0, kept, used);
      this.used = used - kept;
    }
  }

  /**
   * Ends the telegram of that identification: it begins with the last `/` that this stands behind. Its line end is made
   * whole, since it may still be on its way.
   */
  end(identification: Bytes): void {
    const used = this.used;
    const kept = this.kept;
    let start: u32 = used;
    for (let at = used - identification.length - 1; at >= kept && start === used; at--) {
      if (
        this.bytes[at] === SLASH &&
        sameBytes(this.bytes.subarray(at + 1, at + 1 + identification.length), identification)
      ) {
        start = at;
      }
    }
    const last = used > 0 ? this.bytes[used - 1] : LINE_FEED;
    let length: range<0, 6144> = used;
    if (last !== LINE_FEED && last !== CARRIAGE_RETURN && length < SIZE) {
      this.bytes[length] = CARRIAGE_RETURN;
      length++;
    }
    if (last !== LINE_FEED && length < SIZE) {
      this.bytes[length] = LINE_FEED;
      length++;
    }
    this.keep(start, length);
  }

  /** Keeps what lies there as the last telegram; one that was too long is not kept, and takes the last one's place too. */
  private keep(start: u32, end: range<0, 6144>): void {
    this.kept = 0;
    if (this.whole && start <= end) {
      this.bytes.copyWithin(0, start, end);
      this.kept = Math.min(end - start, SIZE);
    }
    this.used = this.kept;
    this.whole = true;
  }

  /** The last good telegram; nothing before the first, where it was too long to be kept, or where a longer one is being read. */
  view(): Bytes {
    return this.bytes.subarray(0, this.kept);
  }
}
