/** The second port: it repeats what the meter sends, for another reader. */

import { u32, utf8, type Bytes } from "ts2c";
import * as log from "#platform/log";
import * as serial from "#platform/serial";
import { type TelegramReader } from "../p1/telegram.ts";
import { type DeviceCounters } from "../publish/counters.ts";
import { type Settings } from "../settings/settings.ts";
import { isSimulated } from "../simulator/simulated.ts";

/** The choices of the setting `splitter`, by their place. */
const OFF = 0;
const AT_ONCE = 1;

/** Repeats telegrams on the TX line while the second port asks for data, unless the simulator has that line. */
export class Splitter {
  private readonly settings: Settings;
  private readonly counters: DeviceCounters;
  /** Whether a telegram that could not be sent was told, so that one fault is told once. */
  private told: boolean = false;

  constructor(settings: Settings, counters: DeviceCounters) {
    this.settings = settings;
    this.counters = counters;
  }

  private isOn(): boolean {
    return this.settings.number("splitter") !== OFF && !isSimulated(this.settings);
  }

  /**
   * Whether bytes are repeated as they arrive. A frame that is to be decrypted is known only when it is over, so then only whole
   * telegrams are repeated.
   */
  private isAtOnce(): boolean {
    const decrypts = this.settings.on("splitter_decrypts") && this.settings.text("encryption_key").length > 0;
    return this.settings.number("splitter") === AT_ONCE && !decrypts;
  }

  /** Bytes of the meter, as they came. */
  bytes(bytes: Bytes): void {
    if (this.isOn() && this.isAtOnce() && serial.requested()) {
      this.write(bytes);
    }
  }

  /** A good telegram. What came in a frame is repeated as plain text. */
  telegram(reader: TelegramReader): void {
    if (!this.isOn()) {
      return;
    }
    if (!serial.requested()) {
      this.tell("The second port does not ask for data: telegrams are not repeated.");
      return;
    }
    const telegram = reader.copy.view();
    if (this.isAtOnce() || (telegram.length > 0 && this.write(telegram))) {
      this.counters.repeated = u32(this.counters.repeated + 1);
      this.counters.sent = u32(this.counters.sent + 1);
    }
  }

  private write(bytes: Bytes): boolean {
    if (serial.write(bytes)) {
      this.told = false;
      return true;
    }
    this.tell("The TX line is busy: a telegram was not repeated.");
    return false;
  }

  private tell(sentence: string): void {
    if (!this.told) {
      log.write("warning", utf8(sentence));
    }
    this.told = true;
  }
}
