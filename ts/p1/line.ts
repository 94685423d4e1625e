import { u32, type Bytes } from "ts2c";
import { demandsCrc, formOf, type Form } from "./form.ts";
import { CODE_WINDOW, isMbusReading, parseCode, type ParsedCode } from "./obis.ts";
import { onlyGroupEnd, splitGroups, type Groups } from "./groups.ts";
import { DatedList } from "./list.ts";
import { LINE_LIMIT, endsLine, rowEnd } from "./row.ts";
import { takeShort } from "./short.ts";
import { type Staging } from "./staging.ts";
import { NO_TIME, parseTimestamp } from "./timestamp.ts";
import { findUnit, parseQuantity, type Quantity } from "./value.ts";
import { EXCLAMATION_MARK, trimEnd } from "./ascii.ts";

/** Makes a reading of each line of a telegram, in a {@link Staging} that is its owner's. */
export class LineReader {
  private readonly staging: Staging;
  private readonly list: DatedList = new DatedList();
  /** Whether a line of this telegram says that it must end with a CRC. */
  crcDemanded: boolean = false;
  /** How many lines the last call of {@link takeWhole} took. */
  taken: u32 = 0;

  constructor(staging: Staging) {
    this.staging = staging;
  }

  /** Begins a telegram. */
  clear(): void {
    this.staging.clear();
    this.crcDemanded = false;
  }

  /**
   * Takes the line `bytes[0 … end)` with its number. What can't be read costs this line only. Behind it {@link CODE_WINDOW} bytes must
   * follow, whatever they are.
   */
  take(bytes: Bytes, end: u32, number: u32): void {
    this.takeLines(bytes, 0, end, number);
  }

  /**
   * Takes the lines at `bytes[from …]` of which all is there: their end and the first byte of another line behind it; the first one has
   * that number. Returns the index of that byte, or `from` where nothing was taken; {@link taken} says how many lines that were.
   */
  takeWhole(bytes: Bytes, from: u32, number: u32): u32 {
    return this.takeLines(bytes, from, 0, number);
  }

  /** Takes one line that ends at `end`, or, where that is 0, all lines that end with CR LF. */
  private takeLines(bytes: Bytes, from: u32, end: u32, number: u32): u32 {
    let at = from;
    let line = number;
    for (;;) {
      const parsed = parseCode(bytes, at);
      const form = formOf(parsed.code);
      let next: u32 = 0;
      if (end === 0 && parsed.end > 0 && (form === "number" || form === "any")) {
        next = takeShort(bytes, parsed.end, parsed.code, form, this.staging);
      }
      if (next === 0) {
        next = this.takeLong(bytes, at, end, parsed, form, line);
      }
      if (next <= at || end > 0) {
        this.taken = u32(line - number);
        return at;
      }
      at = next;
      line = u32(line + 1);
    }
  }

  /** Takes a line that is no short one. Returns the index behind it and its line end, or `from` where it is not whole. */
  private takeLong(bytes: Bytes, from: u32, end: u32, parsed: ParsedCode, form: Form, number: u32): u32 {
    const text = bytes.subarray(0, end === 0 ? from + LINE_LIMIT : end);
    const code = parsed.code;
    if (parsed.end > from && (form === "text" || form === "message" || form === "clock")) {
      const close = onlyGroupEnd(text, parsed.end);
      if (close > 0 && endsLine(bytes, u32(close + 1)) && !this.staging.has(code)) {
        this.noteCode(code);
        this.takeWord(bytes, u32(parsed.end + 1), close, form, code, number);
        return u32(close + 3);
      }
    }
    const stop = end === 0 ? rowEnd(text, from) : end;
    if (end === 0 && !this.isWhole(bytes, from, stop)) {
      return from;
    }
    if (parsed.end > from && parsed.end < stop) {
      this.takeGroups(bytes.subarray(from, stop), parsed.end - from, form, code, number);
    } else {
      this.staging.skip(number, 0, "code");
    }
    return u32(stop + 2);
  }

  /** Whether `bytes[from … stop)` is a line, and all that has to be known of it is there. */
  private isWhole(bytes: Bytes, from: u32, stop: u32): boolean {
    if (from >= bytes.length || bytes.length - from < CODE_WINDOW) {
      return false;
    }
    return stop > from && bytes[from] !== EXCLAMATION_MARK && endsLine(bytes, stop);
  }

  /** Whether a code demands a CRC. */
  private noteCode(code: u32): void {
    if (demandsCrc(code)) {
      this.crcDemanded = true;
    }
  }

  /** Takes the groups of a line, which begin at `from`. */
  private takeGroups(line: Bytes, from: u32, form: Form, code: u32, number: u32): void {
    this.noteCode(code);
    const isNew = !this.staging.has(code);
    if (isNew && form === "list" && this.takeList(line, from, trimEnd(line, from, line.length), code, number)) {
      return;
    }
    const groups = splitGroups(line, from, line.length);
    if (groups.count === 0) {
      this.staging.skip(number, code, "brackets");
    } else if (isNew) {
      this.takeValue(line, groups, form, code, number);
    } else {
      this.staging.skip(number, code, "twice");
    }
  }

  private takeValue(line: Bytes, groups: Groups, form: Form, code: u32, number: u32): void {
    const last = groups.last;
    switch (form) {
      case "number":
        this.takeNumber(line, groups, code, number);
        break;
      case "any":
        this.takeAny(line, groups, code, number);
        break;
      case "text":
      case "message":
      case "clock":
        this.takeWord(line, last.from, last.to, form, code, number);
        break;
      case "list":
        this.staging.skip(number, code, "list");
        break;
      case "gas":
        this.takeGas(line, groups, code, number);
        break;
    }
  }

  /** Takes `line[from … to)`, which is no number. */
  private takeWord(line: Bytes, from: u32, to: u32, form: Form, code: u32, number: u32): void {
    if (form === "clock") {
      this.takeClock(line, from, to, code, number);
    } else {
      this.takeText(line, from, to, form, code, number);
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
      this.takeText(line, groups.last.from, groups.last.to, "any", code, number);
    }
  }

  private takeText(line: Bytes, from: u32, to: u32, form: Form, code: u32, number: u32): void {
    const text = this.staging.text;
    const mark = text.mark();
    const fits = form === "message" ? text.addMessage(line, from, to) : text.addText(line, from, to);
    if (!fits) {
      this.staging.skip(number, code, "full");
      return;
    }
    this.staging.addText(code, number, "text", mark);
  }

  private takeClock(line: Bytes, from: u32, to: u32, code: u32, number: u32): void {
    const time = parseTimestamp(line.subarray(from, to));
    if (time === NO_TIME) {
      this.staging.skip(number, code, "time");
      return;
    }
    this.staging.addTime(code, number, time);
  }

  /** A list is kept as it was sent, once it is known that it can be read. Says whether it can. */
  private takeList(line: Bytes, from: u32, to: u32, code: u32, number: u32): boolean {
    const groups = line.subarray(from, to);
    let entries: u32 = 0;
    this.list.start();
    while (this.list.next(groups)) {
      entries = u32(entries + 1);
    }
    if (this.list.failed() || entries < this.list.announced) {
      return false;
    }
    const mark = this.staging.text.mark();
    if (this.staging.text.add(line, from, to)) {
      this.staging.addText(code, number, "list", mark);
    } else {
      this.staging.skip(number, code, "full");
    }
    return true;
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
