import { u32 } from "ts2c";
import * as clock from "#platform/clock";
import { obisCode } from "../p1/obis.ts";
import { type Staging } from "../p1/staging.ts";
import { NO_TIME } from "../p1/timestamp.ts";

const CLOCK: u32 = obisCode(0, 0, 1, 0, 0);
/** 2020-01-01: a meter whose clock says less was never told the time, and counts from the year 2000. */
const SET: u32 = 1577836800;

/** The time of the meter's own clock in its telegram; {@link NO_TIME} where it has none, or nobody set it. */
export function meterTime(staging: Staging): u32 {
  const index = staging.find(CLOCK);
  if (index >= staging.count || index >= staging.readings.length) {
    return NO_TIME;
  }
  const time = staging.readings[index].time;
  return time >= SET ? time : NO_TIME;
}

/** When a telegram was sent: by the meter's clock, or else by the device's; {@link NO_TIME} when neither knows. */
export function momentOf(staging: Staging): u32 {
  const time = meterTime(staging);
  return time !== NO_TIME ? time : u32.clamp(clock.utc());
}
