/** How Home Assistant wants units spelled, and which of its device classes takes which. */

import { type DeviceClass, type Kind } from "../meter/catalogue.ts";
import { type Unit } from "../p1/value.ts";

/** How a number is shown. */
export interface Presentation {
  /** Home Assistant's device class; empty for none. */
  readonly deviceClass: string;
  /** The unit as Home Assistant spells it; empty for none, or for one of the meter's own. */
  readonly unit: string;
  /** Whether the value is to be multiplied by 1000: Home Assistant knows VA and var, and neither kVA nor kvar. */
  readonly thousands: boolean;
}

/**
 * The device class of a number, which follows from its unit; the catalogue only tells gas from water. Home Assistant 2024.3
 * has none for reactive energy. Source: its components/sensor/const.py, DEVICE_CLASS_UNITS.
 */
function classOf(unit: Unit, device: DeviceClass): string {
  switch (unit) {
    case "Wh":
    case "kWh":
    case "MWh":
    case "GJ":
    case "MJ":
      return "energy";
    case "W":
    case "kW":
      return "power";
    case "var":
    case "kvar":
      return "reactive_power";
    case "VA":
    case "kVA":
      return "apparent_power";
    case "V":
      return "voltage";
    case "A":
      return "current";
    case "Hz":
      return "frequency";
    case "s":
    case "h":
      return "duration";
    case "bar":
      return "pressure";
    case "m3":
      return device === "gas" ? "gas" : device === "water" ? "water" : "";
    case "none":
      return device === "power_factor" ? "power_factor" : "";
    default:
      return "";
  }
}

/** Whether Home Assistant wants a class to count (DEVICE_CLASS_STATE_CLASSES); the others it wants to be measured. */
function counts(deviceClass: string): boolean {
  return deviceClass === "energy" || deviceClass === "gas" || deviceClass === "water";
}

function spelling(unit: Unit): string {
  switch (unit) {
    case "none":
    case "other":
      return "";
    case "m3":
      return "m³";
    case "kvar":
      return "var";
    case "kVA":
      return "VA";
    default:
      return unit;
  }
}

/** How a number of that unit is shown, which the catalogue says is of that class and behaves so. */
export function presentation(unit: Unit, device: DeviceClass, behaves: Kind): Presentation {
  const fitting = classOf(unit, device);
  const isCounter = behaves === "counter";
  return {
    deviceClass: counts(fitting) === isCounter ? fitting : "",
    unit: spelling(unit),
    thousands: unit === "kvar" || unit === "kVA",
  };
}
