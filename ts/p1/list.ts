import { type Bytes, type int, type range, type u32 } from "ts2c";
import { isCode, nextGroup } from "./groups.ts";
import { NO_TIME, isTimestamp, parseTimestamp } from "./timestamp.ts";
import { parseDecimal, parseQuantity, type Unit } from "./value.ts";

/**
 * Walks through a list of dated numbers. Three objects have this form, and one walk reads them all:
 *
 * - the power failures, `1-0:99.97.0(2)(0-0:96.7.19)(end)(240*s)(end)(301*s)` (DSMR 5.0.2 P1, 6.12);
 * - the peaks of the last months in Belgium, `0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)(month)(when)(3.332*kW)` (e-MUCS P1, 6);
 * - the month's end in Hungary, `0-0:98.1.0(time)(663.924*kWh)(383.623*kWh)…`.
 *
 * So: a number before any time and before the codes is the count, a code is skipped, and each further number has the
 * last time stamp before it.
 */
export class DatedList {
  private at: u32 = 0;
  private started: boolean = false;
  private broken: boolean = false;

  /** How many entries the meter announced; 0 where it does not say. */
  announced: u32 = 0;
  /** Of the entry: its time in seconds since 1970, 0 for none. */
  time: u32 = NO_TIME;
  /** Of the entry: the number without its decimal point. */
  value: int = 0;
  decimals: range<0, 15> = 0;
  unit: Unit = "none";
  /** Of the entry: where the spelling of an "other" unit begins and ends in the groups. */
  unitFrom: u32 = 0;
  unitTo: u32 = 0;

  /** Begins a walk. */
  start(): void {
    this.at = 0;
    this.started = false;
    this.broken = false;
    this.announced = 0;
    this.time = NO_TIME;
  }

  /** Whether the walk ended because a group can't be read. */
  failed(): boolean {
    return this.broken;
  }

  /** Goes to the next entry of `groups`; false at the end. */
  next(groups: Bytes): boolean {
    while (this.at < groups.length) {
      const group = nextGroup(groups, this.at);
      if (!group.ok) {
        this.broken = true;
        return false;
      }
      const isFirst = !this.started;
      this.at = group.next;
      this.started = true;
      const stamp = groups.subarray(group.from, group.to);
      const time = parseTimestamp(stamp);
      if (time !== NO_TIME || isTimestamp(stamp)) {
        this.time = time;
        continue;
      }
      if (group.from >= group.to || isCode(groups, group)) {
        continue;
      }
      if (isFirst) {
        this.takeCount(groups, group.from, group.to);
        continue;
      }
      return this.takeEntry(groups, group.from, group.to);
    }
    return false;
  }

  private takeCount(groups: Bytes, from: u32, to: u32): void {
    const count = parseDecimal(groups, from, to);
    if (count.ok && count.decimals === 0 && count.value >= 0 && count.value <= 65535 && count.end === to) {
      this.announced = count.value;
    } else {
      this.broken = true;
    }
  }

  private takeEntry(groups: Bytes, from: u32, to: u32): boolean {
    const number = parseQuantity(groups, from, to);
    if (!number.ok) {
      this.broken = true;
      this.at = groups.length;
      return false;
    }
    this.value = number.value;
    this.decimals = number.decimals;
    this.unit = number.unit;
    this.unitFrom = number.unitFrom;
    this.unitTo = number.unitTo;
    return true;
  }
}
