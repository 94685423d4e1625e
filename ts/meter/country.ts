import { utf8, type Bytes, type u32 } from "ts2c";
import { obisCode } from "../p1/obis.ts";
import { type Staging } from "../p1/staging.ts";
import { isTimestamp } from "../p1/timestamp.ts";

/** Whose meter it is, as far as its telegram shows. */
export type Country =
  "unknown" | "netherlands" | "belgium" | "luxembourg" | "sweden" | "hungary" | "switzerland" | "germany";

const VERSION: u32 = obisCode(1, 3, 0, 2, 8);
const EMUCS_VERSION: u32 = obisCode(0, 0, 96, 1, 4);
const DEVICE_NAME: u32 = obisCode(0, 0, 42, 0, 0);
const CLOCK: u32 = obisCode(0, 0, 1, 0, 0);
const EQUIPMENT: u32 = obisCode(0, 0, 96, 1, 1);
const HISTORY: u32 = obisCode(0, 0, 98, 1, 0);
const TOTAL: u32 = obisCode(1, 0, 1, 8, 0);
const TARIFF_1: u32 = obisCode(1, 0, 1, 8, 1);
const REACTIVE_TOTAL: u32 = obisCode(1, 0, 3, 8, 0);
const SWISS_TARIFF_1: u32 = obisCode(1, 1, 1, 8, 1);
const GERMAN_ID: u32 = obisCode(0, 0, 96, 1, 255);

/**
 * Finds out whose meter sent a telegram. Only a Belgian one has the e-MUCS version, and a Fluvius one has the operator's
 * letters; Smarty meters of Luxembourg have a device name and no tariffs; Hungarian ones put monthly values where
 * Belgium has peaks; Swedish ones leave their id out (H1 2.0); Swiss ones count in group `1-1`.
 */
export function countryOf(staging: Staging, identification: Bytes): Country {
  if (staging.has(EMUCS_VERSION) || startsWith(identification, "FLU5")) {
    return "belgium";
  }
  if (hasMonthEnd(staging)) {
    return "hungary";
  }
  if (staging.has(DEVICE_NAME) || startsWith(identification, "Lux5")) {
    return "luxembourg";
  }
  if (staging.has(SWISS_TARIFF_1)) {
    return "switzerland";
  }
  if (staging.has(GERMAN_ID)) {
    return "germany";
  }
  if (isSwedish(staging)) {
    return "sweden";
  }
  return staging.has(VERSION) || staging.has(TARIFF_1) ? "netherlands" : "unknown";
}

/** Whether the telegram has the Hungarian object 0-0:98.1.0, which begins with a time and not with a count. */
function hasMonthEnd(staging: Staging): boolean {
  const index = staging.find(HISTORY);
  if (index >= staging.count || index >= staging.readings.length) {
    return false;
  }
  return isTimestamp(staging.textOf(staging.readings[index]).subarray(1, 14));
}

function isSwedish(staging: Staging): boolean {
  return staging.has(CLOCK) && staging.has(TOTAL) && staging.has(REACTIVE_TOTAL) && !staging.has(EQUIPMENT);
}

function startsWith(text: Bytes, start: string): boolean {
  const wanted = utf8(start);
  if (text.length < wanted.length) {
    return false;
  }
  for (let i = 0; i < wanted.length; i++) {
    if (text[i] !== wanted[i]) {
      return false;
    }
  }
  return true;
}
