import { type range, type u16, type u8 } from "ts2c";
import { NUL, SPACE, hexValue } from "./ascii.ts";
import { X25_START } from "./crc16.ts";

/** Behind `!` at most this many characters may stand. */
const FOOTER_LIMIT = 16;

/**
 * What stands behind `!`: the CRC-16/ARC of the telegram, its CRC-16/X-25, nothing ("absent"), digits that are neither
 * ("wrong"), or the beginning of some ("partial").
 */
export type FooterVerdict = "arc" | "x25" | "absent" | "wrong" | "partial";

/** The end of a telegram, behind `!`: four hexadecimal digits (DSMR 5.0.2 P1, 6.2), or what meters make of them. */
export class Footer {
  private length: range<0, 16> = 0;
  private digits: range<0, 4> = 0;
  private value: u16 = 0;
  private clean: boolean = true;

  clear(): void {
    this.length = 0;
    this.digits = 0;
    this.value = 0;
    this.clean = true;
  }

  /** Takes one character; false when there are more than a footer can have. */
  take(byte: u8): boolean {
    if (this.length >= FOOTER_LIMIT) {
      return false;
    }
    this.length++;
    const digit = hexValue(byte);
    if (digit <= 15 && this.digits < 4 && this.clean) {
      this.value = ((this.value << 4) | digit) & 0xffff;
      this.digits++;
    } else if (byte !== NUL && byte !== SPACE) {
      this.clean = false;
    }
    return true;
  }

  /** The CRC that the meter sent. */
  sent(): u16 {
    return this.value;
  }

  /**
   * Judges the footer against the telegram's running CRCs. `complete` says that a line end was seen: without it fewer
   * than four digits are not all of them. A meter that drops the leading zero sends three. `tries` says whether the meter is one
   * that sends X-25.
   */
  judge(arc: u16, x25: u16, tries: boolean, complete: boolean): FooterVerdict {
    if (!this.clean) {
      return "wrong";
    }
    if (this.digits === 0) {
      return "absent";
    }
    if (this.digits < 4 && !complete) {
      return "partial";
    }
    if (this.digits < 3) {
      return "wrong";
    }
    if (this.value === arc) {
      return "arc";
    }
    const finished: u16 = x25 ^ X25_START;
    return tries && this.value === finished ? "x25" : "wrong";
  }
}
