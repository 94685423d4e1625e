import { type Bytes, type range, type u16, type u32, type u8 } from "ts2c";

/** The first byte of an encrypted frame: the tag of general-glo-ciphering (DLMS Green Book, 9.2.7.2). */
export const FRAME_TAG: u8 = 0xdb;

/** How many bytes authenticate a frame, behind its cipher text (DLMS Green Book, 9.2.7.2.4.7). */
export const TAG_SIZE = 12;

/** What the bytes so far are: the beginning of a head, a whole head, or something else. */
export type HeadState = "more" | "whole" | "other";

/** The bytes of a head whose length has two bytes: tag, title, length, security byte and counter. */
const HEAD_SIZE = 18;

/**
 * Recognises the head of the encrypted frame of Luxembourg and Austria, so that no telegram is looked for inside it:
 * `DB 08 title[8] 82 length[2] 30 counter[4] cipher[…] tag[12]`, where the length counts the bytes behind it. Source: Luxembourg P1
 * 1.1.3, 3.2.5; a length of less than 256 may be `81 length[1]` (ISO/IEC 8825-1, 8.1.3).
 */
export class FrameHead {
  private readonly bytes: Uint8Array = new Uint8Array(HEAD_SIZE);
  private used: range<0, 18> = 0;
  /** Where the security byte stands. */
  private security: range<12, 13> = 13;
  private length: u16 = 0;

  clear(): void {
    this.used = 0;
    this.length = 0;
  }

  /** The bytes so far. */
  view(): Bytes {
    return this.bytes.subarray(0, this.used);
  }

  /** Takes the next byte. */
  take(byte: u8): HeadState {
    const used = this.used;
    if (used >= this.bytes.length) {
      return "other";
    }
    this.bytes[used] = byte;
    this.used = used + 1;
    if (used === 10) {
      this.security = byte === 0x81 ? 12 : 13;
    }
    if (!belongs(byte, used, this.security)) {
      return "other";
    }
    if (used === this.security) {
      this.length = this.security === 13 ? (this.bytes[11] << 8) | this.bytes[12] : this.bytes[11];
      return this.length > this.overhead() ? "more" : "other";
    }
    return used === this.security + 4 ? "whole" : "more";
  }

  /** Whether a tag stands behind the cipher text. */
  isAuthenticated(): boolean {
    return (this.bytes[this.security] & 0x10) !== 0;
  }

  /** How many bytes the cipher text has. */
  cipherLength(): u16 {
    const overhead = this.overhead();
    return this.length > overhead ? this.length - overhead : 0;
  }

  /** How many of the bytes that the length counts are no cipher text: security byte, counter, tag. */
  private overhead(): range<5, 17> {
    return this.isAuthenticated() ? 5 + TAG_SIZE : 5;
  }

  /** Writes the nonce into 12 bytes: title and counter (Luxembourg P1 1.1.3, 3.2.5). */
  writeNonce(nonce: Uint8Array): void {
    for (let i = 0; i < 12 && i < nonce.length; i++) {
      nonce[i] = this.bytes[i < 8 ? i + 2 : this.security + i - 7];
    }
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
