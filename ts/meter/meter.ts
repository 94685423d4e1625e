import { type Bytes, type Writer, type range, type u32, type u8 } from "ts2c";
import { channel, isMbusReading, measurement, medium, obisCode, quantity, tariff, writeCode } from "../p1/obis.ts";
import { type StagedReading, type Staging } from "../p1/staging.ts";
import { writeTime } from "../p1/timestamp.ts";
import { CATALOGUE, MEDIA, MONTH_END, UNKNOWN, findEntry, type Entry } from "./catalogue.ts";
import { countryOf, type Country } from "./country.ts";
import { Mbus } from "./mbus.ts";
import { writeOriginalTopic } from "./original.ts";
import { writeTopicUnit } from "./write.ts";

const UNDERSCORE = 0x5f;
const HISTORY: u32 = obisCode(0, 0, 98, 1, 0);

/** What the readings of a meter are called, as its telegrams show which meter it is. */
export class Meter {
  /** Whose meter it is. */
  country: Country = "unknown";
  private readonly mbus: Mbus = new Mbus();

  /** Learns from a good telegram which meter it is; the names below are those of this telegram's readings. */
  take(staging: Staging, identification: Bytes): void {
    this.country = countryOf(staging, identification);
    this.mbus.take(staging);
  }

  /** What is known about a code of the telegram. */
  describe(code: u32): Entry {
    if (isMbusReading(code)) {
      const index = this.mbus.mediumOf(channel(code));
      return index < MEDIA.length ? MEDIA[index].entry : UNKNOWN;
    }
    if (code === HISTORY && this.country === "hungary") {
      return MONTH_END;
    }
    const index = findEntry(this.standardCode(code));
    return index < CATALOGUE.length ? CATALOGUE[index] : UNKNOWN;
  }

  /**
   * The code under which the catalogue has a reading. Swiss meters count in group `1-1` what others count in `1-0`; in
   * Belgium tariff 1 is the high one and tariff 2 the low one, the other way round than in the Netherlands (e-MUCS P1,
   * note 2).
   */
  private standardCode(code: u32): u32 {
    const kind = quantity(code);
    if (medium(code) !== 1) {
      return code;
    }
    const swaps = this.country === "belgium" && measurement(code) === 8 && (kind === 1 || kind === 2);
    const inGroup1 = channel(code) === 1 && findEntry(code) >= CATALOGUE.length;
    if (!swaps && !inGroup1) {
      return code;
    }
    const number = swaps ? otherTariff(tariff(code)) : tariff(code);
    return obisCode(1, inGroup1 ? 0 : channel(code), kind, measurement(code), number);
  }

  /** Writes a reading's topic below the device's root, a number's unit behind it: `total/gas_meter_m3`. */
  writeTopic(writer: Writer, staging: Staging, reading: StagedReading): void {
    this.writeName(writer, reading.code);
    this.writeUnit(writer, staging, reading);
  }

  /** The same with a topic that somebody chose: what is named so has its unit behind it, too. */
  writeOwnTopic(writer: Writer, topic: Bytes, staging: Staging, reading: StagedReading): void {
    writer.bytes(topic);
    if (reading.kind === "number" && reading.unit !== "none") {
      writer.byte(UNDERSCORE);
      writeTopicUnit(writer, reading.unit, staging.textOf(reading));
    }
  }

  /** The same as the original P1 meter has it. */
  writeOriginalTopic(writer: Writer, staging: Staging, reading: StagedReading): void {
    if (!writeOriginalTopic(writer, reading.code, this.describe(reading.code))) {
      this.writeName(writer, reading.code);
    }
    this.writeUnit(writer, staging, reading);
  }

  /** Writes a reading's name, without its unit. */
  writeName(writer: Writer, code: u32): void {
    const entry = this.describe(code);
    writer.text(entry.topic);
    if (entry.topic === UNKNOWN.topic) {
      writer.byte(0x2f);
      writeCode(writer, code);
    } else if (this.namedChannel(code) !== 0) {
      writer.byte(UNDERSCORE);
      writer.int(this.namedChannel(code));
    }
  }

  /** The M-Bus channel that stands behind a reading's topic, since another device of its medium is the meter; 0 for none. */
  namedChannel(code: u32): range<0, 15> {
    return isMbusReading(code) && !this.mbus.isMeter(channel(code)) ? channel(code) : 0;
  }

  /** What has no name has no unit behind it. */
  private writeUnit(writer: Writer, staging: Staging, reading: StagedReading): void {
    const isNamed = this.describe(reading.code).topic !== UNKNOWN.topic;
    if (isNamed && reading.kind === "number" && reading.unit !== "none") {
      writer.byte(UNDERSCORE);
      writeTopicUnit(writer, reading.unit, staging.textOf(reading));
    }
  }
}

/** Tariff 2 for tariff 1, and the other way round; every other tariff for itself. */
function otherTariff(number: u8): u8 {
  return number === 1 ? 2 : number === 2 ? 1 : number;
}

/** Writes a reading's value: a number with the meter's decimals, a text, a time in UTC. Nothing for a list. */
export function writeValue(writer: Writer, staging: Staging, reading: StagedReading): void {
  switch (reading.kind) {
    case "number":
      writer.decimal(reading.value, reading.decimals);
      break;
    case "text":
      writer.bytes(staging.textOf(reading));
      break;
    case "time":
      writeTime(writer, reading.time);
      break;
    case "list":
      break;
  }
}
