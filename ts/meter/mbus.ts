import { type range, type u8 } from "ts2c";
import { channel, isMbusReading, measurement, medium, quantity, tariff } from "../p1/obis.ts";
import { type StagedReading, type Staging } from "../p1/staging.ts";
import { findMedium } from "./catalogue.ts";

/** The number of channels that a code can name. */
const CHANNELS = 16;

/** The third part of all their codes. */
const MBUS: u8 = 24;

const GAS: u8 = 3;
const OTHER: u8 = 0;

/**
 * Which channel of the M-Bus is what. Channels are numbered as devices were installed, so that only the device type says
 * which one is gas. After a replacement the old meter stays in the telegram, stopped: of two of one medium the one with
 * the newest valid time is the meter, the other keeps its channel in its name.
 */
export class Mbus {
  /** Of each channel: the index of its medium in MEDIA. */
  private readonly media: Uint8Array = new Uint8Array(CHANNELS);
  /** Of each channel: whether the telegram has its device type, and whether it has a reading. */
  private readonly typed: Uint8Array = new Uint8Array(CHANNELS);
  private readonly present: Uint8Array = new Uint8Array(CHANNELS);
  /** Of each channel: when it was read, in seconds since 1970, 0 for not known. */
  private readonly times: Uint32Array = new Uint32Array(CHANNELS);

  /** Learns the channels from a telegram. */
  take(staging: Staging): void {
    this.typed.fill(0);
    this.present.fill(0);
    for (let i = 0; i < staging.count && i < staging.readings.length; i++) {
      const reading = staging.readings[i];
      const code = reading.code;
      if (medium(code) !== 0 || quantity(code) !== MBUS || reading.kind !== "number") {
        continue;
      }
      if (isMbusReading(code)) {
        this.takeReading(reading);
      } else if (measurement(code) === 1 && tariff(code) === 0 && reading.decimals === 0) {
        this.takeType(reading);
      }
    }
  }

  private takeType(reading: StagedReading): void {
    const at = channel(reading.code);
    const type = reading.value >= 0 && reading.value <= 255 ? reading.value : OTHER;
    this.media[at] = findMedium(type);
    this.typed[at] = 1;
  }

  private takeReading(reading: StagedReading): void {
    const at = channel(reading.code);
    this.present[at] = 1;
    this.times[at] = reading.time;
    if (this.typed[at] === 0) {
      // Without a device type, cubic metres are gas: so do meters before DSMR 4, and so did the original.
      this.media[at] = findMedium(reading.unit === "m3" ? GAS : OTHER);
    }
  }

  /** The index in MEDIA of what the device on a channel measures. */
  mediumOf(at: range<0, 15>): u8 {
    return this.media[at];
  }

  /** Whether the device on a channel is the meter of its medium: no other of that medium was read later. */
  isMeter(at: range<0, 15>): boolean {
    for (let other = 0; other < CHANNELS; other++) {
      if (other === at || this.present[other] === 0 || this.media[other] !== this.media[at]) {
        continue;
      }
      if (this.times[other] > this.times[at] || (this.times[other] === this.times[at] && other < at)) {
        return false;
      }
    }
    return true;
  }
}
