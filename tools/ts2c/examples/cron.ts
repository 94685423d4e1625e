/** A cron matcher: `minute hour day month weekday`, each a star, a number, a range or a list, with or without a step. */
import { utf8, type Bytes, type range, type u32, type u8 } from "ts2c";

interface Field {
  readonly low: u8;
  readonly high: range<0, 59>;
}

const FIELDS: readonly Field[] = [
  { low: 0, high: 59 },
  { low: 0, high: 23 },
  { low: 1, high: 31 },
  { low: 1, high: 12 },
  { low: 0, high: 7 },
];

const SPACE = 32;
const STAR = 42;
const COMMA = 44;
const DASH = 45;
const SLASH = 47;

/** Walks over an expression. */
class Cursor {
  private at: u32 = 0;

  restart() {
    this.at = 0;
  }

  isAtEnd(text: Bytes): boolean {
    return this.at >= text.length;
  }

  peek(text: Bytes): u8 {
    return text[this.at] ?? 0;
  }

  take(text: Bytes, byte: u8): boolean {
    if (this.at < text.length && text[this.at] === byte) {
      this.at++;
      return true;
    }
    return false;
  }

  private digit(text: Bytes): range<-1, 9> {
    const digit = this.peek(text) - 48;
    if (digit < 0 || digit > 9 || this.at >= text.length) {
      return -1;
    }
    this.at++;
    return digit;
  }

  /** A number of one or two digits, or −1. */
  number(text: Bytes): range<-1, 99> {
    const tens = this.digit(text);
    if (tens < 0) {
      return -1;
    }
    const ones = this.digit(text);
    return ones < 0 ? tens : tens * 10 + ones;
  }
}

export class Schedule {
  /** For each field and value: 1 where it is allowed. */
  private readonly allowed = new Uint8Array(5 * 60);
  private readonly stars = new Uint8Array(5);
  private readonly cursor = new Cursor();

  parse(text: Bytes): boolean {
    this.cursor.restart();
    this.allowed.fill(0);
    for (let field = 0; field < 5; field++) {
      if (field > 0 && !this.cursor.take(text, SPACE)) {
        return false;
      }
      this.stars[field] = this.cursor.peek(text) === STAR ? 1 : 0;
      if (!this.field(field, text)) {
        return false;
      }
    }
    return this.cursor.isAtEnd(text);
  }

  private field(index: range<0, 4>, text: Bytes): boolean {
    do {
      if (!this.part(index, text)) {
        return false;
      }
    } while (this.cursor.take(text, COMMA));
    return true;
  }

  private part(index: range<0, 4>, text: Bytes): boolean {
    const { low, high } = FIELDS[index];
    let from: range<-1, 255> = low;
    let to: range<-1, 99> = high;
    if (!this.cursor.take(text, STAR)) {
      from = this.cursor.number(text);
      to = this.cursor.take(text, DASH) ? this.cursor.number(text) : from;
    }
    const step = this.cursor.take(text, SLASH) ? this.cursor.number(text) : 1;
    if (from < low || to > high || from > to || step < 1) {
      return false;
    }
    for (let value = from; value <= to; value += step) {
      this.allowed[index * 60 + value] = 1;
    }
    return true;
  }

  private allows(field: range<0, 4>, value: range<0, 59>): boolean {
    return this.allowed[field * 60 + value] === 1;
  }

  matches(
    minute: range<0, 59>,
    hour: range<0, 23>,
    day: range<1, 31>,
    month: range<1, 12>,
    weekday: range<0, 6>,
  ): boolean {
    const byWeekday = this.allows(4, weekday) || (weekday === 0 && this.allows(4, 7));
    const byDay = this.allows(2, day);
    // cron's own rule: where both days are restricted, either will do.
    const onDay = this.stars[2] === 1 || this.stars[4] === 1 ? byDay && byWeekday : byDay || byWeekday;
    return this.allows(0, minute) && this.allows(1, hour) && this.allows(3, month) && onDay;
  }
}

const schedule = new Schedule();

function show(text: string) {
  const ok = schedule.parse(utf8(text));
  const newYear = ok && schedule.matches(0, 0, 1, 1, 0);
  const friday = ok && schedule.matches(30, 12, 13, 6, 5);
  console.log("cron:", text, ok, newYear, friday);
}

show("* * * * *");
show("0 0 1 1 *");
show("*/15 9-17 * * 1-5");
show("30 12 13 * 5");
show("0,30 12 1-5,13 6 7");
show("60 * * * *");
show("5-1 * * * *");
show("* * * *");
show("1 2 3 4 5 6");
show("*/0 * * * *");
