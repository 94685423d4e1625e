/** Which reading is which field of HomeWizard's API, where nothing has to be computed. */

import { constant, type u32 } from "ts2c";

/** One field. */
export interface Field {
  readonly code: u32;
  readonly name: string;
  /** Whether it is power in W, of which the meter says kW. */
  readonly isPower: boolean;
}

/** As many tariffs the API knows. */
export const TARIFFS = 4;

/** The codes of an id, of the meter itself: with an M-Bus channel in them they are that device's. */
export const CODES_OF_ID: readonly u32[] = [0x00600101, 0x00600100];

export const FIELDS: readonly Field[] = constant(() => {
  type Row = readonly [c: number, d: number, e: number, name: string, isPower?: boolean, medium?: 0];
  const rows: readonly Row[] = [
    [12, 7, 0, "active_voltage_v"],
    [32, 7, 0, "active_voltage_l1_v"],
    [52, 7, 0, "active_voltage_l2_v"],
    [72, 7, 0, "active_voltage_l3_v"],
    [11, 7, 0, "active_current_a"],
    [31, 7, 0, "active_current_l1_a"],
    [51, 7, 0, "active_current_l2_a"],
    [71, 7, 0, "active_current_l3_a"],
    [14, 7, 0, "active_frequency_hz"],
    [32, 32, 0, "voltage_sag_l1_count"],
    [52, 32, 0, "voltage_sag_l2_count"],
    [72, 32, 0, "voltage_sag_l3_count"],
    [32, 36, 0, "voltage_swell_l1_count"],
    [52, 36, 0, "voltage_swell_l2_count"],
    [72, 36, 0, "voltage_swell_l3_count"],
    [96, 7, 21, "any_power_fail_count", false, 0],
    [96, 7, 9, "long_power_fail_count", false, 0],
    [1, 4, 0, "active_power_average_w", true],
    [1, 6, 0, "montly_power_peak_w", true],
  ];
  return rows.map(([c, d, e, name, isPower = false, medium = 1]) => ({
    code: ((medium << 28) | (c << 16) | (d << 8) | e) >>> 0,
    name,
    isPower,
  }));
});
