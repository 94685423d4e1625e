/** How values are written, by code: what a line can be read as. */

import { type u32 } from "ts2c";
import { measurement, medium, obisCode, quantity } from "./obis.ts";

/**
 * How the value of a code is written: a number that must be one; a number or else a text; a text that stays as it is; a
 * text in hexadecimal; the meter's clock; a list of dated numbers; the gas reading of DSMR 2.2 and 3, whose unit is a
 * group of its own.
 */
export type Form = "number" | "any" | "text" | "message" | "clock" | "list" | "gas";

const ELECTRICITY = 1;

/** The form of a code's value. Sources: DSMR 5.0.2 P1, 6.12; e-MUCS P1 1.7.1, 6; DSMR 3.0 P1, 5.2. */
export function formOf(code: u32): Form {
  const kind = measurement(code);
  if (medium(code) === ELECTRICITY && quantity(code) > 0 && quantity(code) < 96) {
    return "number";
  }
  switch (quantity(code)) {
    case 0:
    case 42:
      return "text";
    case 1:
      return kind === 0 ? "clock" : "any";
    case 24:
      return kind === 3 ? "gas" : kind === 4 ? "any" : "number";
    case 96:
      return kind === 7 ? "number" : kind === 13 ? "message" : kind === 3 || kind === 14 ? "any" : "text";
    case 98:
    case 99:
      return "list";
    default:
      return "any";
  }
}

/** Codes that only a meter sends whose telegrams end with a CRC: version, e-MUCS version, clock, Smarty's device name. */
const VERSION: u32 = obisCode(1, 3, 0, 2, 8);
const EMUCS_VERSION: u32 = obisCode(0, 0, 96, 1, 4);
const CLOCK: u32 = obisCode(0, 0, 1, 0, 0);
const DEVICE_NAME: u32 = obisCode(0, 0, 42, 0, 0);

/** Whether the telegram that has this code must end with a CRC. DSMR 2.2 and 3 and the German D0 have none of them. */
export function demandsCrc(code: u32): boolean {
  return code === VERSION || code === EMUCS_VERSION || code === CLOCK || code === DEVICE_NAME;
}
