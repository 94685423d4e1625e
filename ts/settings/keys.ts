/** What encrypted telegrams are decrypted with, as the settings write it. */

import { type Bytes } from "ts2c";
import { hexValue } from "../p1/ascii.ts";
import { type Encryption } from "../p1/encryption.ts";
import { type Settings } from "./settings.ts";

/** Hands key and additional data from the settings to the decryption. */
export class Keys {
  private readonly settings: Settings;
  private readonly key: Uint8Array = new Uint8Array(16);
  private readonly additional: Uint8Array = new Uint8Array(64);

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Sets what the frames from now on are decrypted with. */
  hand(encryption: Encryption): void {
    encryption.configure(
      parseHex(this.settings.text("encryption_key"), this.key),
      parseHex(this.settings.text("encryption_aad"), this.additional),
    );
    // Nobody else needs to find it.
    this.key.fill(0);
  }
}

/** The bytes that hexadecimal digits write, put into `to` as far as they fit. */
function parseHex(text: Bytes, to: Uint8Array): Bytes {
  const length = Math.min(text.length >> 1, to.length);
  for (let i = 0; i < to.length && 2 * i + 1 < text.length; i++) {
    to[i] = ((hexValue(text[2 * i]) << 4) | hexValue(text[2 * i + 1])) & 0xff;
  }
  return to.subarray(0, length);
}
