import { type Bytes, type range, type u32, type u8 } from "ts2c";

/** The first byte of an encrypted frame: the tag of general-glo-ciphering (DLMS Green Book, 9.2.7.2). */
export const FRAME_TAG: u8 = 0xdb;

/** What the bytes so far are: the beginning of a frame, a whole frame, or something else. */
export type FrameState = "more" | "whole" | "other";

/**
 * Recognises the encrypted frame of Luxembourg and Austria, so that no telegram is looked for inside it:
 * `DB 08 title[8] 82 length[2] 30 …`, where the length counts the bytes behind it. Source: Luxembourg P1 1.1.3, 3.2.5; a
 * length of less than 256 may be `81 length[1]` (ISO/IEC 8825-1, 8.1.3).
 */
export class FrameStart {
  private readonly bytes: Uint8Array = new Uint8Array(16);
  private used: range<0, 16> = 0;
  /** How many bytes of the frame are still to come, once its start is known. */
  private remaining: u32 = 0;
  private known: boolean = false;

  clear(): void {
    this.used = 0;
    this.remaining = 0;
    this.known = false;
  }

  /** Whether the bytes so far are certainly a frame. */
  isFrame(): boolean {
    return this.known;
  }

  /** The bytes so far, while it is not certain. */
  view(): Bytes {
    return this.bytes.subarray(0, this.used);
  }

  /** Takes the next byte. */
  take(byte: u8): FrameState {
    if (this.known) {
      if (this.remaining > 0) {
        this.remaining--;
      }
      return this.remaining === 0 ? "whole" : "more";
    }
    const used = this.used;
    if (used >= this.bytes.length) {
      return "other";
    }
    this.bytes[used] = byte;
    this.used = used + 1;
    const security = this.bytes[10] === 0x81 ? 12 : 13;
    if (!belongs(byte, used, security)) {
      return "other";
    }
    if (used === security) {
      const low = this.bytes[used - 1];
      const length = security === 13 ? (this.bytes[11] << 8) | low : low;
      // Behind the security byte follow the counter, four bytes, and at least one more.
      if (length < 6) {
        return "other";
      }
      this.known = true;
      this.remaining = length - 1;
    }
    return "more";
  }
}

/** Whether `byte` may stand at `at` of a frame whose security byte stands at `security`. */
function belongs(byte: u8, at: u32, security: u32): boolean {
  switch (at) {
    case 0:
      return byte === FRAME_TAG;
    case 1:
      return byte === 8;
    case 10:
      return byte === 0x81 || byte === 0x82;
    default:
      // Encrypted, authenticated or both, in whatever suite; never neither.
      return at !== security || (byte & 0x30) !== 0;
  }
}
