/**
 * The readings under the topics of dsmr-reader, for what reads that one: Home Assistant's integration `dsmr_reader`. Source: dsmr-reader 5,
 * which keeps tariffs 1 and 2 as the meter numbers them; the topics are those of that integration.
 */

import { constant, utf8, type Writer, type range, type u32 } from "ts2c";
import { type Message } from "../publish/message.ts";
import { type KeptReading } from "../publish/kept-reading.ts";
import { obisCode } from "../p1/obis.ts";
import { NO_TIME, writeTime } from "../p1/timestamp.ts";
import { isSimulated } from "../simulator/simulated.ts";
import { type Settings } from "../settings/settings.ts";

/** A reading's topic below `dsmr`. */
interface Row {
  readonly code: u32;
  readonly topic: string;
}

const ROWS: readonly Row[] = constant(() => {
  const rows: Row[] = [];
  const add = (a: number, c: number, d: number, e: number, topic: string): void => {
    rows.push({ code: ((a << 28) | (c << 16) | (d << 8) | e) >>> 0, topic });
  };
  for (const tariff of [1, 2]) {
    add(1, 1, 8, tariff, `reading/electricity_delivered_${tariff}`);
    add(1, 2, 8, tariff, `reading/electricity_returned_${tariff}`);
  }
  add(1, 1, 7, 0, "reading/electricity_currently_delivered");
  add(1, 2, 7, 0, "reading/electricity_currently_returned");
  for (const phase of [1, 2, 3]) {
    add(1, 1 + 20 * phase, 7, 0, `reading/phase_currently_delivered_l${phase}`);
    add(1, 2 + 20 * phase, 7, 0, `reading/phase_currently_returned_l${phase}`);
    add(1, 12 + 20 * phase, 7, 0, `reading/phase_voltage_l${phase}`);
    add(1, 11 + 20 * phase, 7, 0, `reading/phase_power_current_l${phase}`);
    add(1, 12 + 20 * phase, 32, 0, `meter-stats/voltage_sag_count_l${phase}`);
    add(1, 12 + 20 * phase, 36, 0, `meter-stats/voltage_swell_count_l${phase}`);
  }
  add(0, 1, 0, 0, "reading/timestamp");
  add(0, 96, 14, 0, "meter-stats/electricity_tariff");
  add(0, 96, 7, 21, "meter-stats/power_failure_count");
  add(0, 96, 7, 9, "meter-stats/long_power_failure_count");
  rows.push({ code: 0x13000208, topic: "meter-stats/dsmr_version" });
  return rows;
});

/** Energy of a meter that tells no tariffs (Luxembourg) stands where the first tariff's does. */
const DELIVERED: u32 = obisCode(1, 0, 1, 8, 0);
const RETURNED: u32 = obisCode(1, 0, 2, 8, 0);

/** A reading has up to four messages: gas has its value and its time under two topics each. */
export const PARTS = 4;
export type Part = range<0, 3>;

/** Starts a message below `dsmr`; below the simulator's topic what was simulated, so that real readings stay clean. */
function begin(message: Message, settings: Settings): void {
  const simulated = settings.text("simulator_topic");
  if (isSimulated(settings) && simulated.length > 0) {
    message.beginBelow(simulated);
    message.topic.text("dsmr/");
  } else {
    message.beginBelow(utf8("dsmr"));
  }
}

/** Writes one of a reading's messages; false where it has none. `isGas`: it is the gas meter's. `hasTariffs`: the meter tells them. */
export function writePart(
  message: Message,
  settings: Settings,
  reading: KeptReading,
  part: Part,
  isGas: boolean,
  hasTariffs: boolean,
): boolean {
  begin(message, settings);
  if (isGas) {
    const isTime = part === 1 || part === 3;
    message.topic.text(gasTopic(part));
    if (isTime) {
      writeTime(message.payload, reading.time);
    } else {
      writeNumber(message.payload, reading);
    }
    return reading.kind === "number" && (!isTime || reading.time !== NO_TIME);
  }
  const topic = topicOf(reading.code, hasTariffs);
  if (part > 0 || topic === "") {
    return false;
  }
  message.topic.text(topic);
  if (reading.kind === "number") {
    writeNumber(message.payload, reading);
  } else if (reading.kind === "time") {
    writeTime(message.payload, reading.time);
  }
  return true;
}

function gasTopic(part: Part): string {
  switch (part) {
    case 0:
      return "reading/extra_device_delivered";
    case 1:
      return "reading/extra_device_timestamp";
    case 2:
      return "consumption/gas/delivered";
    default:
      return "consumption/gas/read_at";
  }
}

function topicOf(code: u32, hasTariffs: boolean): string {
  if (!hasTariffs && code === DELIVERED) {
    return "reading/electricity_delivered_1";
  }
  if (!hasTariffs && code === RETURNED) {
    return "reading/electricity_returned_1";
  }
  for (const row of ROWS) {
    if (row.code === code) {
      return row.topic;
    }
  }
  return "";
}

/** Writes a number in the unit that dsmr-reader has: kWh and kW. */
function writeNumber(out: Writer, reading: KeptReading): void {
  const isSmall = reading.unit === "W" || reading.unit === "Wh";
  out.decimal(reading.value, isSmall ? Math.min(reading.decimals + 3, 15) : reading.decimals);
}
