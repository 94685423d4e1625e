/** The topics of the original P1 meter, where ours differ: for those who read them already. */

import { type Writer, type u32, type u8 } from "ts2c";
import { channel, measurement, medium, obisCode, quantity, tariff, writeCode } from "../p1/obis.ts";
import { UNKNOWN, type Entry } from "./catalogue.ts";

/** What the original takes for the meter's own id is that of the device on M-Bus channel 1. */
const FIRST_DEVICE_ID: u32 = obisCode(0, 1, 96, 1, 0);
const ID: u8 = 96;
const ENERGY: u8 = 8;

/**
 * Writes the original's topic of a reading, without its unit, if that is another one than ours. It takes `96.1.1` for the id
 * of an M-Bus device and channel 0 for one of them; tariff 1 is the low one in every country; what it does not know has its
 * code for a topic. Source: the original's table of codes.
 */
export function writeOriginalTopic(writer: Writer, code: u32, entry: Entry): boolean {
  if (code === FIRST_DEVICE_ID) {
    writer.text("equipment/p1_meter_id");
    return true;
  }
  if (medium(code) === 0 && quantity(code) === ID && measurement(code) === 1 && tariff(code) === 1) {
    writer.text("equipment/m-bus_");
    writer.int(channel(code));
    writer.text("_id");
    return true;
  }
  if (entry.topic === UNKNOWN.topic) {
    writeCode(writer, code);
    return true;
  }
  return medium(code) === 1 && measurement(code) === ENERGY && writeTariff(writer, quantity(code), tariff(code));
}

/** Energy from the net or into it, at tariff 1 or 2. */
function writeTariff(writer: Writer, kind: u8, number: u8): boolean {
  if ((kind !== 1 && kind !== 2) || (number !== 1 && number !== 2)) {
    return false;
  }
  writer.text(kind === 1 ? "total/consumption_" : "total/production_");
  writer.text(number === 1 ? "low_tariff" : "high_tariff");
  return true;
}
