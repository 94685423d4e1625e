/** Writes what a simulated meter says now, line by line from its profile. */

import { type Writer, type int, type range } from "ts2c";
import { type House, type Power } from "./house.ts";
import { localTime, writeStamp, writeZonedStamp, type Moment } from "./local-time.ts";
import { type Row } from "./row.ts";

/** A number, and how many decimals it has. */
interface Scaled {
  readonly value: range<0, 999999999>;
  readonly decimals: range<0, 3>;
}

/** More seconds than a month and an hour have. */
const MONTH: int = 32 * 86400;

const POWERS: readonly range<1, 10000000000>[] = [
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000,
];

/** The part of a power that is drawn from the net. */
function drawn(power: Power): Scaled {
  return { value: Math.max(power, 0), decimals: 3 };
}

/** The part of a power that is fed into the net. */
function fed(power: Power): Scaled {
  return { value: Math.max(0 - power, 0), decimals: 3 };
}

/** Watt seconds as kWh. */
function energy(wattSeconds: range<0, 7199999999998>): Scaled {
  return { value: Math.trunc(wattSeconds / 3600) % 1000000000, decimals: 3 };
}

/** The house's coils and motors: a tenth of the active power is reactive. */
function reactive(power: Power): Power {
  return Math.trunc(power / 10) + 0;
}

/** What the house has of a row's quantity; 0 where that is no number. */
function measure(house: House, row: Row): Scaled {
  switch (row.what) {
    case "import":
      return energy(house.importLow + house.importHigh);
    case "import-low":
      return energy(house.importLow);
    case "import-high":
      return energy(house.importHigh);
    case "export":
      return energy(house.exportLow + house.exportHigh);
    case "export-low":
      return energy(house.exportLow);
    case "export-high":
      return energy(house.exportHigh);
    case "reactive-import-total":
      return energy(Math.trunc((house.importLow + house.importHigh) / 10));
    case "reactive-export-total":
      return energy(Math.trunc((house.exportLow + house.exportHigh) / 10));
    case "power-import":
      return drawn(house.power(row.phase));
    case "power-export":
      return fed(house.power(row.phase));
    case "reactive-import":
      return drawn(reactive(house.power(row.phase)));
    case "reactive-export":
      return fed(reactive(house.power(row.phase)));
    case "voltage":
      return { value: house.voltage(row.phase), decimals: 1 };
    case "current":
      return { value: house.current(row.phase), decimals: 2 };
    case "gas":
    case "gas-two-lines":
      return { value: house.gas, decimals: 3 };
    case "water":
      return { value: house.water, decimals: 3 };
    case "quarter-average":
      return { value: house.average(), decimals: 3 };
    case "month-peak":
      return { value: house.peak, decimals: 3 };
    case "tariff-dutch":
      return { value: house.low ? 1 : 2, decimals: 0 };
    case "tariff-belgian":
      return { value: house.low ? 2 : 1, decimals: 0 };
    default:
      return { value: 0, decimals: 0 };
  }
}

/** Writes a number with all its digits, as a meter does: `000123.456`. Decimals too many for the row are cut off. */
function writeNumber(out: Writer, number: Scaled, digits: range<0, 11>, decimals: range<0, 3>): void {
  const cut = number.decimals > decimals ? number.decimals - decimals : 0;
  const value = Math.trunc(number.value / POWERS[cut]);
  for (let place = digits - 1; place >= 0; place--) {
    out.byte(48 + (Math.trunc(value / POWERS[place]) % 10));
    if (place === decimals && place > 0) {
      out.byte(46);
    }
  }
}

/** Writes the number and its unit in parentheses. */
function writeValue(out: Writer, number: Scaled, row: Row): void {
  out.text("(");
  writeNumber(out, number, row.digits, row.decimals);
  if (row.tail !== "") {
    out.text("*");
    out.text(row.tail);
  }
  out.text(")");
}

/** Writes a time in parentheses. */
function writeTime(out: Writer, utc: int, standardOnly: boolean): void {
  out.text("(");
  writeZonedStamp(out, localTime(utc, standardOnly));
  out.text(")");
}

/** Writes the gas value as DSMR 2.2 does: when, and on a line of its own how much. Source: DSMR 2.2 P1, 6. */
function writeTwoLines(out: Writer, house: House, row: Row): void {
  out.text("(");
  writeStamp(out, localTime(house.readTime, false));
  out.text(")(00)(60)(1)(0-1:24.2.1)(m3)\r\n(");
  writeNumber(out, measure(house, row), row.digits, row.decimals);
  out.text(")");
}

/**
 * Writes the peaks of the last two months: each with the end of its month, when it occurred and how much it was. Source:
 * e-MUCS P1 v1.7.1, 5.2, `0-0:98.1.0`.
 */
function writeMonthPeaks(out: Writer, utc: Moment, row: Row): void {
  out.text("(2)(1-0:1.6.0)(1-0:1.6.0)");
  let end: Moment = monthStart(utc);
  for (let month = 0; month < 2; month++) {
    const occurred = end - 864000 - month * 3600;
    writeTime(out, end, false);
    writeTime(out, occurred, false);
    writeValue(out, { value: 2589 + month * 406, decimals: 3 }, row);
    end = monthStart(Math.max(0, end - 86400));
  }
}

/** When the month of `utc` began by the clock on the wall, though the clock may have been changed in it. */
function monthStart(utc: Moment): Moment {
  const held = Math.max(MONTH, utc);
  const time = localTime(held, false);
  const start = held - (time.day - 1) * 86400 - time.hour * 3600 - time.minute * 60 - time.second;
  const hour = localTime(start, false).hour;
  if (hour === 1) {
    return start - 3600;
  }
  return hour === 23 ? Math.min(start + 3600, held) : start;
}

/** Writes one line of a telegram, with its line end. `utc` is the meter's own time. */
export function writeRow(out: Writer, house: House, row: Row, utc: Moment, standardOnly: boolean): void {
  out.text(row.code);
  switch (row.what) {
    case "fixed":
      out.text(row.tail);
      break;
    case "time":
      writeTime(out, utc, standardOnly);
      break;
    case "gas-two-lines":
      writeTwoLines(out, house, row);
      break;
    case "month-peaks":
      writeMonthPeaks(out, utc, row);
      break;
    case "gas":
    case "water":
      writeTime(out, house.readTime, standardOnly);
      writeValue(out, measure(house, row), row);
      break;
    case "month-peak":
      writeTime(out, house.peakTime, standardOnly);
      writeValue(out, measure(house, row), row);
      break;
    default:
      writeValue(out, measure(house, row), row);
      break;
  }
  out.text("\r\n");
}
