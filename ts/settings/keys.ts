/** What encrypted telegrams are decrypted with, as the settings write it. */

import { parseHex } from "../bytes.ts";
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
