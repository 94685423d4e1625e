/** The encrypted frames of Luxembourg and Austria: AES-128-GCM around a telegram. */

import { type Bytes, type range, type u16, type u8 } from "ts2c";
import * as cipher from "#platform/cipher";
import { FrameHead, TAG_SIZE } from "./frame.ts";

const KEY_SIZE = 16;
const NONCE_SIZE = 12;
/** The most bytes that the additional data may have: one security byte and a key take 17. */
export const ADDITIONAL_LIMIT = 64;
/** How much is decrypted at once, a multiple of the cipher's 16 bytes. */
const BLOCK_SIZE = 64;

/**
 * What a frame's tag says of its bytes, its key and its additional data together; "none" of a telegram that is not
 * encrypted, or of a frame without a tag.
 */
export type TagVerdict = "none" | "right" | "wrong";

/** What is left of the frame that is being read. */
export class Encryption {
  private readonly key: Uint8Array = new Uint8Array(KEY_SIZE);
  private hasKey: boolean = false;
  private readonly additional: Uint8Array = new Uint8Array(ADDITIONAL_LIMIT);
  private additionalLength: range<0, 64> = 0;
  private readonly nonce: Uint8Array = new Uint8Array(NONCE_SIZE);
  /** Cipher text that waits until there is a block of it. */
  private readonly block: Uint8Array = new Uint8Array(BLOCK_SIZE);
  private used: range<0, 64> = 0;
  private readonly plain: Uint8Array = new Uint8Array(BLOCK_SIZE);
  private plainLength: range<0, 64> = 0;
  private readonly tag: Uint8Array = new Uint8Array(TAG_SIZE);
  private tagUsed: range<0, 12> = 0;
  private tagLength: range<0, 12> = 0;
  private cipherLeft: u16 = 0;
  /** Whether this frame is decrypted: there is a key, and the driver takes it. */
  private decrypts: boolean = false;

  /**
   * Sets what the next frames are decrypted with; a key that has not 16 bytes is none. The additional data is all that the
   * tag covers beside the cipher text, the security byte included.
   */
  configure(key: Bytes, additional: Bytes): void {
    this.hasKey = key.length === KEY_SIZE;
    if (key.length === KEY_SIZE) {
      this.key.set(key, 0);
    }
    const part = additional.subarray(0, ADDITIONAL_LIMIT);
    if (part.length <= ADDITIONAL_LIMIT) {
      this.additional.set(part, 0);
      this.additionalLength = part.length;
    }
  }

  /** Begins the frame with that head. */
  begin(head: FrameHead): void {
    head.writeNonce(this.nonce);
    this.cipherLeft = head.cipherLength();
    this.tagLength = head.isAuthenticated() ? TAG_SIZE : 0;
    this.tagUsed = 0;
    this.used = 0;
    this.plainLength = 0;
    this.decrypts =
      this.hasKey && cipher.gcmStart(this.key, this.nonce, this.additional.subarray(0, this.additionalLength));
  }

  /** Whether the frame can be decrypted. */
  isDecrypting(): boolean {
    return this.decrypts;
  }

  /** Whether the frame's last byte was taken. */
  isWhole(): boolean {
    return this.cipherLeft === 0 && this.tagUsed >= this.tagLength;
  }

  /** Takes the frame's next byte. When that gives plain text, {@link text} has it. */
  take(byte: u8): void {
    this.plainLength = 0;
    const used = this.used;
    const tagUsed = this.tagUsed;
    if (this.cipherLeft > 0 && used < BLOCK_SIZE) {
      this.cipherLeft--;
      this.block[used] = byte;
      this.used = used + 1;
      if (this.used === BLOCK_SIZE || this.cipherLeft === 0) {
        this.decrypt();
      }
    } else if (tagUsed < TAG_SIZE) {
      this.tag[tagUsed] = byte;
      this.tagUsed = tagUsed + 1;
    }
  }

  /** The plain text that the last byte gave; empty mostly. */
  text(): Bytes {
    return this.plain.subarray(0, this.plainLength);
  }

  private decrypt(): void {
    const length = this.used;
    this.used = 0;
    if (this.decrypts) {
      this.decrypts = cipher.gcmUpdate(this.block.subarray(0, length), this.plain.subarray(0, length));
      this.plainLength = this.decrypts ? length : 0;
    }
  }

  /** What the tag of the whole frame says. */
  verdict(): TagVerdict {
    if (!this.decrypts || this.tagLength === 0) {
      return "none";
    }
    return cipher.gcmFinish(this.tag) ? "right" : "wrong";
  }
}
