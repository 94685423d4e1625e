import { u32, type Bytes } from "ts2c";
import { demandsCrc, formOf } from "./form.ts";
import { isMbusReading, parseCode } from "./obis.ts";
import { splitGroups, type Group, type Groups } from "./groups.ts";
import { DatedList } from "./list.ts";
import { type Staging } from "./staging.ts";
import { NO_TIME, parseTimestamp } from "./timestamp.ts";
import { findUnit, parseQuantity, type Quantity } from "./value.ts";
import { trimEnd } from "./ascii.ts";

/** Makes a reading of each line of a telegram, in a {@link Staging} that is its owner's. */
export class LineReader {
  private readonly staging: Staging;
  private readonly list: DatedList = new DatedList();
  /** Whether a line of this telegram says that it must end with a CRC. */
  crcDemanded: boolean = false;

  constructor(staging: Staging) {
    this.staging = staging;
  }

  /** Begins a telegram. */
  clear(): void {
    this.staging.clear();
    this.crcDemanded = false;
  }

  /** Takes a line with its number. What can't be read costs this line only. */
  take(line: Bytes, number: u32): void {
    const parsed = parseCode(line, 0);
    if (parsed.end === 0) {
      this.staging.skip(number, 0, "code");
    } else {
      this.takeGroups(line, parsed.end, parsed.code, number);
    }
  }

  /** Takes the groups of a line, which begin at `from`. */
  private takeGroups(line: Bytes, from: u32, code: u32, number: u32): void {
    if (demandsCrc(code)) {
      this.crcDemanded = true;
    }
    const groups = splitGroups(line, from, line.length);
    if (groups.count === 0) {
      this.staging.skip(number, code, "brackets");
    } else if (this.staging.has(code)) {
      this.staging.skip(number, code, "twice");
    } else {
      this.takeValue(line, from, groups, code, number);
    }
  }

  private takeValue(line: Bytes, from: u32, groups: Groups, code: u32, number: u32): void {
    switch (formOf(code)) {
      case "number":
        this.takeNumber(line, groups, code, number);
        break;
      case "any":
        this.takeAny(line, groups, code, number);
        break;
      case "text":
      case "message":
        this.takeText(line, groups.last, code, number);
        break;
      case "clock":
        this.takeClock(line, groups.last, code, number);
        break;
      case "list":
        this.takeList(line, from, groups.last.next, code, number);
        break;
      case "gas":
        this.takeGas(line, groups, code, number);
        break;
    }
  }

  /** The last group is the number; a time stamp in the first one says when it was read. */
  private takeNumber(line: Bytes, groups: Groups, code: u32, number: u32): void {
    const last = groups.last;
    if (trimEnd(line, last.from, last.to) === last.from) {
      this.staging.skip(number, code, "empty");
      return;
    }
    const parsed = parseQuantity(line, last.from, last.to);
    if (!parsed.ok) {
      this.staging.skip(number, code, "number");
      return;
    }
    const time = timeOf(line, groups);
    if (time === NO_TIME && parsed.unit === "none" && isMbusReading(code)) {
      this.staging.skip(number, code, "absent");
      return;
    }
    const mark = this.staging.text.mark();
    if (parsed.unit === "other" && !this.staging.text.addText(line, parsed.unitFrom, parsed.unitTo)) {
      this.staging.skip(number, code, "full");
      return;
    }
    this.staging.addNumber(code, number, parsed, time, mark);
  }

  /** A number where the last group is one, otherwise a text: `0-0:96.14.0(TARIFF 1)`. */
  private takeAny(line: Bytes, groups: Groups, code: u32, number: u32): void {
    if (parseQuantity(line, groups.last.from, groups.last.to).ok) {
      this.takeNumber(line, groups, code, number);
    } else {
      this.takeText(line, groups.last, code, number);
    }
  }

  private takeText(line: Bytes, group: Group, code: u32, number: u32): void {
    const text = this.staging.text;
    const mark = text.mark();
    const fits =
      formOf(code) === "message"
        ? text.addMessage(line, group.from, group.to)
        : text.addText(line, group.from, group.to);
    if (!fits) {
      this.staging.skip(number, code, "full");
      return;
    }
    this.staging.addText(code, number, "text", mark);
  }

  private takeClock(line: Bytes, group: Group, code: u32, number: u32): void {
    const time = parseTimestamp(line.subarray(group.from, group.to));
    if (time === NO_TIME) {
      this.staging.skip(number, code, "time");
      return;
    }
    this.staging.addTime(code, number, time);
  }

  /** A list is kept as it was sent, once it is known that it can be read. */
  private takeList(line: Bytes, from: u32, to: u32, code: u32, number: u32): void {
    const groups = line.subarray(from, to);
    let entries: u32 = 0;
    this.list.start();
    while (this.list.next(groups)) {
      entries = u32(entries + 1);
    }
    if (this.list.failed() || entries < this.list.announced) {
      this.staging.skip(number, code, "list");
      return;
    }
    const mark = this.staging.text.mark();
    if (!this.staging.text.add(line, from, to)) {
      this.staging.skip(number, code, "full");
      return;
    }
    this.staging.addText(code, number, "list", mark);
  }

  /**
   * Gas as DSMR 2.2 and 3 send it: `0-1:24.3.0(161107190000)(00)(60)(1)(0-1:24.2.1)(m3)(00001.001)`, the last group on the
   * same line or the next. Its time does not say whether it is summer time, so that it is not used.
   */
  private takeGas(line: Bytes, groups: Groups, code: u32, number: u32): void {
    const parsed = parseQuantity(line, groups.last.from, groups.last.to);
    if (groups.count < 3 || !parsed.ok || parsed.unit === "other") {
      this.staging.skip(number, code, "number");
      return;
    }
    const unit = findUnit(line, groups.beforeLast.from, groups.beforeLast.to);
    const gas: Quantity = {
      ok: true,
      value: parsed.value,
      decimals: parsed.decimals,
      unit: unit === "other" ? parsed.unit : unit,
      unitFrom: 0,
      unitTo: 0,
    };
    this.staging.addNumber(code, number, gas, NO_TIME, this.staging.text.mark());
  }
}

/** When a value was read: the time stamp in the first group of several. */
function timeOf(line: Bytes, groups: Groups): u32 {
  return groups.count < 2 ? NO_TIME : parseTimestamp(line.subarray(groups.first.from, groups.first.to));
}
