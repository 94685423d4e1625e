/** Where Home Assistant is told of the device, and as which one. */

import { Writer, type Bytes, type u8 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { writeChipId } from "../chip-id.ts";
import { type Settings } from "../settings/settings.ts";
import { isSimulated } from "../simulator/simulated.ts";

/**
 * The discovery prefix and the device's id, as they were when Home Assistant was first told of anything: when the settings are
 * others by now, all that was told is taken back there before it is told anew.
 */
export class Identity {
  private readonly settings: Settings;
  /** The prefix, and `/status`. */
  private readonly birthBuffer: Uint8Array = new Uint8Array(96);
  private readonly birth: Writer = new Writer(this.birthBuffer);
  private prefixLength: u8 = 0;
  private simulated: boolean = false;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** From now on the settings hold as they are. */
  adopt(): void {
    const prefix = this.settings.text("discovery_prefix");
    this.birth.clear();
    this.birth.bytes(prefix);
    this.birth.text("/status");
    this.prefixLength = Math.min(prefix.length, 64);
    this.simulated = isSimulated(this.settings);
  }

  /** Whether they still do. */
  isCurrent(): boolean {
    return (
      this.simulated === isSimulated(this.settings) && sameBytes(this.prefix(), this.settings.text("discovery_prefix"))
    );
  }

  /** What the topics begin with that Home Assistant listens to for devices. */
  prefix(): Bytes {
    return this.birth.view().subarray(0, this.prefixLength);
  }

  /** The topic on which Home Assistant says that it has started. */
  birthTopic(): Bytes {
    return this.birth.view();
  }

  /**
   * Writes `p1_meter_` and the chip's number: what tells this device from every other one. A simulated meter is a device of
   * its own, so that nothing of it gets into the statistics of the real one.
   */
  writeDeviceId(out: Writer): void {
    out.text(this.simulated ? "p1_meter_simulated_" : "p1_meter_");
    writeChipId(out);
  }
}
