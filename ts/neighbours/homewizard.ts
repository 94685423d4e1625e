/**
 * The readings as HomeWizard's P1 meter gives them, for chargers, batteries and apps that read that one. Source: HomeWizard Energy
 * API v1, "/api" and "/api/v1/data".
 */

import { utf8, type Bytes, type Writer, type range, type u32 } from "ts2c";
import * as clock from "#platform/clock";
import * as network from "#platform/network";
import { CODES_OF_ID, FIELDS, TARIFFS, type Field } from "./homewizard-fields.ts";
import { PRODUCT_NAME, PRODUCT_TYPE, writeSerial } from "./homewizard-service.ts";
import { channel, isMbusReading, obisCode } from "../p1/obis.ts";
import { NO_TIME } from "../p1/timestamp.ts";
import { PLACES } from "../publish/kept.ts";
import { type KeptReading } from "../publish/kept-reading.ts";
import { isIdentification, type Publisher } from "../publish/publisher.ts";
import { type Statistics } from "../publish/statistics.ts";
import { localTime, writeStamp } from "../simulator/local-time.ts";

/** No reading is there. */
const NOWHERE = PLACES;
type Index = range<0, typeof NOWHERE>;

/** More kW or kWh than this are no `int` in thousandths. */
const LARGEST = 9000000000000;

type Thousandths = range<-9000000000000, 9000000000000>;

/** What stands before the name of an M-Bus meter in its topic. */
const TOTAL = 6;

/** Writes both answers. It keeps nothing, so whoever asks makes one. */
export class HomeWizard {
  private readonly publisher: Publisher;
  private readonly statistics: Statistics;

  constructor(publisher: Publisher, statistics: Statistics) {
    this.publisher = publisher;
    this.statistics = statistics;
  }

  /** What the device is. */
  writeDevice(out: Writer): void {
    out.text('{"product_type":"');
    out.text(PRODUCT_TYPE);
    out.text('","product_name":"');
    out.text(PRODUCT_NAME);
    out.text('","serial":"');
    writeSerial(out);
    out.text('","firmware_version":"');
    this.statistics.writeValue(out, "firmware_version", clock.millis());
    out.text('","api_version":"v1"}\n');
  }

  /** What the meter says; of one that is silent nothing, so that nobody acts by what was. */
  writeData(out: Writer): void {
    const isWifi = network.kind() === "wifi";
    out.text('{"wifi_ssid":');
    out.jsonString(isWifi ? this.statistics.settings.text("wifi_name") : utf8(""));
    out.text(',"wifi_strength":');
    out.int(isWifi ? Math.max(0, Math.min(2 * (network.signal() + 100), 100)) : 100);
    if (!this.statistics.counts.presence.isSilent()) {
      this.writeMeter(out);
      this.writeEnergy(out, 1, "import");
      this.writeEnergy(out, 2, "export");
      this.writePower(out, "active_power_w", 1, 2);
      this.writePower(out, "active_power_l1_w", 21, 22);
      this.writePower(out, "active_power_l2_w", 41, 42);
      this.writePower(out, "active_power_l3_w", 61, 62);
      for (const field of FIELDS) {
        this.writeField(out, field);
      }
      this.writePeak(out);
      this.writeDevices(out);
    }
    out.text("}\n");
  }

  /** The reading of a code; Swiss meters have in group `1-1` what others have in `1-0`. */
  private find(code: u32): Index {
    const readings = this.publisher.kept.readings;
    for (let i = 0; i < PLACES; i++) {
      const isIt = readings[i].code === code || (readings[i].code ^ (1 << 24)) >>> 0 === code;
      if (isIt && this.isThere(i) && (readings[i].code === code || code >>> 24 === 16)) {
        return i;
      }
    }
    return NOWHERE;
  }

  private findNumber(code: u32): Index {
    const index = this.find(code);
    return index < PLACES && this.publisher.kept.readings[index].kind === "number" ? index : NOWHERE;
  }

  private isThere(index: range<0, 96>): boolean {
    const reading = this.publisher.kept.readings[index];
    return reading.isCurrent() && !this.publisher.kept.isOverdue(reading);
  }

  /** Which meter it is. */
  private writeMeter(out: Writer): void {
    this.writeWhole(out, "smr_version", obisCode(1, 3, 0, 2, 8));
    for (let i = 0; i < PLACES; i++) {
      const reading = this.publisher.kept.readings[i];
      if (this.isThere(i) && isIdentification(reading.code)) {
        out.text(',"meter_model":');
        out.jsonString(this.publisher.kept.textOf(reading));
      }
    }
    const id = this.idOf(0);
    if (id.length > 0) {
      out.text(',"unique_id":');
      out.jsonString(id);
    }
    this.writeWhole(out, "active_tariff", obisCode(0, 0, 96, 14, 0));
  }

  /** The id of the meter, or of the device on an M-Bus channel; nothing where it has none. */
  private idOf(at: range<0, 15>): Bytes {
    for (const code of CODES_OF_ID) {
      const index = this.find(((at << 24) | code) >>> 0);
      if (index < PLACES) {
        return this.publisher.kept.textOf(this.publisher.kept.readings[index]);
      }
    }
    return utf8("");
  }

  /** Writes what is a whole number, though the meter may write it as a text of digits (`0002`). */
  private writeWhole(out: Writer, name: string, code: u32): void {
    const index = this.find(code);
    if (index >= PLACES) {
      return;
    }
    const reading = this.publisher.kept.readings[index];
    let value: range<0, 9999999> = 0;
    if (reading.kind === "number") {
      value = Math.max(0, Math.min(reading.value, 9999999));
    } else {
      for (const byte of this.publisher.kept.textOf(reading)) {
        const digit = byte - 48;
        if (digit < 0 || digit > 9 || value > 99999) {
          return;
        }
        value = value * 10 + digit;
      }
    }
    writeName(out, name);
    out.int(value);
  }

  /** Energy at each tariff, as the meter counts them, and of all. */
  private writeEnergy(out: Writer, quantity: range<1, 2>, direction: string): void {
    let sum: Thousandths = 0;
    let any = false;
    let isAdded = false;
    for (let tariff = 0; tariff <= TARIFFS; tariff++) {
      const index = this.findNumber(obisCode(1, 0, quantity, 8, tariff));
      if (index < PLACES) {
        const value = thousandths(this.publisher.kept.readings[index]);
        writeEnergyName(out, direction, tariff);
        out.decimal(value, 3);
        sum = Math.max(-LARGEST, Math.min(sum + value, LARGEST));
        any = true;
        isAdded = isAdded || tariff === 0;
      }
    }
    if (any && !isAdded) {
      writeEnergyName(out, direction, 0);
      out.decimal(sum, 3);
    }
  }

  /** Power with its direction, in W: what goes into the net is negative. */
  private writePower(out: Writer, name: string, drawn: range<1, 61>, given: range<2, 62>): void {
    const from = this.findNumber(obisCode(1, 0, drawn, 7, 0));
    const into = this.findNumber(obisCode(1, 0, given, 7, 0));
    if (from < PLACES || into < PLACES) {
      writeName(out, name);
      out.int(this.watts(from) - this.watts(into));
    }
  }

  private watts(index: Index): Thousandths {
    return index < PLACES ? thousandths(this.publisher.kept.readings[index]) : 0;
  }

  private writeField(out: Writer, field: Field): void {
    const index = this.findNumber(field.code);
    if (index >= PLACES) {
      return;
    }
    const reading = this.publisher.kept.readings[index];
    writeName(out, field.name);
    if (field.isPower) {
      out.int(thousandths(reading));
    } else {
      out.decimal(reading.value, reading.decimals);
    }
  }

  /** When the highest quarter of an hour was. The field's name lacks a letter in the API too. */
  private writePeak(out: Writer): void {
    const index = this.findNumber(obisCode(1, 0, 1, 6, 0));
    if (index < PLACES) {
      writeTime(out, "montly_power_peak_timestamp", this.publisher.kept.readings[index].time);
    }
  }

  /** The meters of gas, water and heat. */
  private writeDevices(out: Writer): void {
    const kept = this.publisher.kept;
    let any = false;
    for (let i = 0; i < PLACES; i++) {
      const reading = kept.readings[i];
      if (!this.isThere(i) || reading.kind !== "number" || !isMbusReading(reading.code)) {
        continue;
      }
      const id = this.idOf(channel(reading.code));
      if (reading.device === "gas" && this.publisher.meter.namedChannel(reading.code) === 0) {
        writeName(out, "total_gas_m3");
        out.decimal(reading.value, reading.decimals);
        writeTime(out, "gas_timestamp", reading.time);
        writeName(out, "gas_unique_id");
        out.jsonString(id);
      }
    }
    for (let i = 0; i < PLACES; i++) {
      const reading = kept.readings[i];
      if (!this.isThere(i) || reading.kind !== "number" || !isMbusReading(reading.code)) {
        continue;
      }
      const start = out.mark();
      out.text(any ? "," : ',"external":[');
      const isWritten = this.writeDeviceOf(out, reading);
      const end = out.mark();
      out.text("]}\n");
      if (!isWritten || out.full()) {
        out.reset(start);
      } else {
        out.reset(end);
        any = true;
      }
    }
    out.text(any ? "]" : "");
  }

  /** Writes one of them; false where its id or its time is not known, without which clients lose their way. */
  private writeDeviceOf(out: Writer, reading: KeptReading): boolean {
    const id = this.idOf(channel(reading.code));
    const topic = utf8(this.publisher.meter.describe(reading.code).topic);
    if (id.length === 0 || reading.time === NO_TIME || topic.length <= TOTAL) {
      return false;
    }
    out.text('{"unique_id":');
    out.jsonString(id);
    out.text(',"type":');
    out.jsonString(topic.subarray(TOTAL));
    writeTime(out, "timestamp", reading.time);
    writeName(out, "value");
    out.decimal(reading.value, reading.decimals);
    writeName(out, "unit");
    out.jsonString(utf8(reading.unit));
    out.text("}");
    return true;
  }
}

function writeName(out: Writer, name: string): void {
  out.text(',"');
  out.text(name);
  out.text('":');
}

function writeEnergyName(out: Writer, direction: string, tariff: range<0, 4>): void {
  out.text(',"total_power_');
  out.text(direction);
  if (tariff > 0) {
    out.text("_t");
    out.int(tariff);
  }
  out.text('_kwh":');
}

/** Writes a time as the API has it: a number that shows the clock on the wall, YYMMDDhhmmss. */
function writeTime(out: Writer, name: string, time: u32): void {
  const local = localTime(time, false);
  if (time !== NO_TIME && local.year >= 2010) {
    writeName(out, name);
    writeStamp(out, local);
  }
}

/** A reading in W or Wh, or in thousandths of whatever else it counts. */
function thousandths(reading: KeptReading): Thousandths {
  const isSmall = reading.unit === "W" || reading.unit === "Wh";
  let value: Thousandths = Math.max(-LARGEST, Math.min(reading.value, LARGEST));
  let decimals: range<0, 15> = reading.decimals;
  for (let i = 0; i < 3 && !isSmall; i++) {
    if (decimals > 0) {
      decimals--;
    } else {
      value = Math.max(-LARGEST, Math.min(value * 10, LARGEST));
    }
  }
  for (; decimals > 0; decimals--) {
    value = Math.trunc(value / 10) + 0;
  }
  return value;
}
