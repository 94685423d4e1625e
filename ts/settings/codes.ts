/** What somebody wants readings to be called: the codes that have a topic of their own, or none. */

import { Writer, array, utf8, type Bytes, type FixedArray, type range, type u32 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { OPEN, isDigit } from "../p1/ascii.ts";
import { codeOf } from "../p1/obis.ts";
import { crc32 } from "./crc32.ts";
import { wellFormed } from "./values.ts";

/** How many codes there can be. */
export const CODES = 8;

/** The longest topic; its unit comes behind it. */
export const CODE_TOPIC = 40;

/** Where a code stands among them. */
export type CodePlace = range<0, 7>;

/** The value by which a reading is switched off. */
const OFF: Bytes = utf8("off");

class Code {
  used: boolean = false;
  code: u32 = 0;
  length: range<0, 40> = 0;
  readonly topic: Uint8Array = new Uint8Array(CODE_TOPIC);

  view(): Bytes {
    return this.topic.subarray(0, this.length);
  }
}

/** The codes. Each is a setting of its own, whose name is the code (`1-0:1.8.1`) and whose value a topic, `off`, or nothing. */
export class Codes {
  private readonly codes: FixedArray<Code, typeof CODES> = array(CODES, () => new Code());
  private readonly nameMemory: Uint8Array = new Uint8Array(24);
  private readonly name: Writer = new Writer(this.nameMemory);
  /** How many codes were checked that would need a new place. */
  private wanted: range<0, 255> = 0;
  /** The topics that were checked, each as its CRC. */
  private readonly asked: FixedArray<u32, typeof CODES> = array(CODES, 0);
  private askedCount: range<0, typeof CODES> = 0;

  reset(): void {
    for (const code of this.codes) {
      code.used = false;
    }
  }

  /** Several are going to be checked that are taken together. */
  beginCheck(): void {
    this.wanted = 0;
    this.askedCount = 0;
  }

  /** Whether there is one at a place, which code it is, and its topic. */
  isUsed(place: CodePlace): boolean {
    return this.codes[place].used;
  }

  codeAt(place: CodePlace): u32 {
    return this.codes[place].code;
  }

  topicAt(place: CodePlace): Bytes {
    return this.codes[place].view();
  }

  /** The place of a code; their number where it has none. */
  find(code: u32): range<0, typeof CODES> {
    for (let i = 0; i < CODES; i++) {
      if (this.codes[i].used && this.codes[i].code === code) {
        return i;
      }
    }
    return CODES;
  }

  /** Whether the reading of a code is switched off. */
  isOff(code: u32): boolean {
    const place = this.find(code);
    return place < CODES && sameBytes(this.codes[place].view(), OFF);
  }

  /** The code that a setting's name writes; 0 where it is no code. */
  parse(name: Bytes): u32 {
    if (name.length === 0 || name.length >= this.nameMemory.length || !isDigit(name[0])) {
      return 0;
    }
    this.name.clear();
    this.name.bytes(name);
    this.name.byte(OPEN);
    const { code, end } = codeOf(this.name.view());
    return end === name.length ? code : 0;
  }

  /** Whether a code may have that value, beside those that were checked since {@link beginCheck}. */
  accepts(code: u32, value: Bytes): boolean {
    if (value.length > CODE_TOPIC || !wellFormed("topic", value)) {
      return false;
    }
    const isNew = value.length > 0 && this.find(code) === CODES;
    this.wanted = Math.min(this.wanted + (isNew ? 1 : 0), 255);
    if (isNew && this.count() + this.wanted > CODES) {
      return false;
    }
    return value.length === 0 || sameBytes(value, OFF) || (!this.isTaken(code, value) && this.note(crc32(value)));
  }

  /** Notes a topic that is asked for; false where it was before. */
  private note(topic: u32): boolean {
    const count = this.askedCount;
    for (let i = 0; i < count; i++) {
      if (this.asked[i] === topic) {
        return false;
      }
    }
    if (count < CODES) {
      this.asked[count] = topic;
      this.askedCount = count + 1;
    }
    return count < CODES;
  }

  private count(): range<0, typeof CODES> {
    let count: range<0, typeof CODES> = 0;
    for (const code of this.codes) {
      if (code.used && count < CODES) {
        count++;
      }
    }
    return count;
  }

  /** Whether another code has that topic. */
  private isTaken(code: u32, topic: Bytes): boolean {
    for (const other of this.codes) {
      if (other.used && other.code !== code && sameBytes(other.view(), topic)) {
        return true;
      }
    }
    return false;
  }

  /** Gives a code the value that it {@link accepts}. */
  store(code: u32, value: Bytes): void {
    let place = this.find(code);
    for (let i = 0; i < CODES && place === CODES; i++) {
      if (!this.codes[i].used) {
        place = i;
      }
    }
    const length = value.length;
    if (place < CODES && length <= CODE_TOPIC) {
      const kept = this.codes[place];
      kept.used = length > 0;
      kept.code = code;
      kept.topic.set(value, 0);
      kept.length = length;
    }
  }
}
