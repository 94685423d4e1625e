/** The settings' values, and the one way to change them: by name, from text, checked against the list. */

import { Writer, array, utf8, type Bytes, type FixedArray, type range, type u8 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { hexValue } from "../p1/ascii.ts";
import { NO_ADDRESS, parseAddress } from "../network/address.ts";
import {
  COUNT,
  SETTINGS,
  TEXT_SIZE,
  type Kind,
  type Limit,
  type Place,
  type Setting,
  type SettingName,
} from "./list.ts";

/** What became of a setting that was handed in. All but `ok` changed nothing. */
export type SettingResult = "ok" | "unknown-name" | "not-allowed";

/** Parts the words of a choice. */
const BAR = 124;
/** Parts the levels of a topic; the other two are its wildcards. */
const SLASH = 47;
const PLUS = 43;
const HASH = 35;

/** The digits of a key of 16 bytes. */
const KEY_DIGITS = 32;

/** No number: it has no digits, other characters, or so many digits that it is beyond every limit. */
const NO_NUMBER = -1;

/** The whole number that `value` writes, or {@link NO_NUMBER}. */
function parseNumber(value: Bytes): range<-1, 9999999> {
  if (value.length < 1 || value.length > 7) {
    return NO_NUMBER;
  }
  let number: range<0, 9999999> = 0;
  for (const byte of value) {
    if (byte < 48 || byte > 57) {
      return NO_NUMBER;
    }
    number = Math.min(number * 10 + (byte - 48), 9999999);
  }
  return number;
}

/** 1 for on, 0 for off, or {@link NO_NUMBER}. */
function parseSwitch(value: Bytes): range<-1, 1> {
  if (sameBytes(value, utf8("on")) || sameBytes(value, utf8("true")) || sameBytes(value, utf8("1"))) {
    return 1;
  }
  if (sameBytes(value, utf8("off")) || sameBytes(value, utf8("false")) || sameBytes(value, utf8("0"))) {
    return 0;
  }
  return NO_NUMBER;
}

/** The place, from 0, of `value` among the words of `choices`, which `|` parts, or {@link NO_NUMBER}. */
function parseChoice(choices: Bytes, value: Bytes): range<-1, 128> {
  let start: range<0, 129> = 0;
  let place: range<0, 128> = 0;
  for (let at = 0; at <= choices.length && at <= 128; at++) {
    if ((choices[at] ?? BAR) === BAR) {
      if (sameBytes(choices.subarray(start, at), value)) {
        return place;
      }
      start = at + 1;
      place = Math.min(place + 1, 128);
    }
  }
  return NO_NUMBER;
}

/** Whether a text is stored, and not a number. */
function isText(kind: Kind): boolean {
  return kind !== "number" && kind !== "switch" && kind !== "choice";
}

/** Whether all of a text are hexadecimal digits, two for each byte. */
function isHex(value: Bytes): boolean {
  for (const byte of value) {
    if (hexValue(byte) > 15) {
      return false;
    }
  }
  return value.length % 2 === 0;
}

/** Whether a text may be stored: no control characters, and in a topic no wildcards and no `/` at either end. */
function wellFormed(kind: Kind, value: Bytes): boolean {
  if (kind === "hex" || kind === "key") {
    return isHex(value) && (kind === "hex" || value.length === 0 || value.length === KEY_DIGITS);
  }
  for (const byte of value) {
    if (byte < 32 || byte === 127) {
      return false;
    }
    if (kind === "topic" && (byte === PLUS || byte === HASH)) {
      return false;
    }
    if (kind === "host" && !isHostByte(byte)) {
      return false;
    }
  }
  if (kind === "address") {
    return value.length === 0 || parseAddress(value) !== NO_ADDRESS;
  }
  if (kind !== "topic") {
    return true;
  }
  return value.length > 0 && value[0] !== SLASH && value[value.length - 1] !== SLASH;
}

/** Whether a byte may stand in a host's name. */
function isHostByte(byte: u8): boolean {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte === 45 || byte === 95;
}

/** Writes what is allowed instead of a value that was refused. */
function writeLimits(out: Writer, setting: Setting): void {
  switch (setting.kind) {
    case "number":
      out.text(" must be a whole number from ");
      out.int(setting.min);
      out.text(" to ");
      out.int(setting.max);
      break;
    case "switch":
      out.text(" must be on or off");
      break;
    case "choice":
      out.text(" must be one of ");
      out.text(setting.choices);
      break;
    case "key":
      out.text(" must have 32 hexadecimal digits, or none");
      break;
    case "hex":
      out.text(" must have an even number of hexadecimal digits, at most ");
      out.int(setting.max);
      break;
    case "topic":
      out.text(" must have ");
      out.int(setting.min);
      out.text(" to ");
      out.int(setting.max);
      out.text(" bytes, without +, # and control characters and without / at either end");
      break;
    case "host":
      out.text(" must have 1 to 32 letters, digits, - and _");
      break;
    case "address":
      out.text(" must be an address such as 192.168.1.2, or empty");
      break;
    default:
      out.text(" must have ");
      out.int(setting.min);
      out.text(" to ");
      out.int(setting.max);
      out.text(" bytes, without control characters");
      break;
  }
}

/** All settings, at first with their defaults. */
export class Settings {
  private readonly numbers: FixedArray<Limit, typeof COUNT> = array(COUNT, 0);
  private readonly lengths: FixedArray<u8, typeof COUNT> = array(COUNT, 0);
  /** {@link TEXT_SIZE} bytes for each setting; only those of texts are used. */
  private readonly texts: Uint8Array = new Uint8Array(COUNT * TEXT_SIZE);
  private readonly message: Uint8Array = new Uint8Array(384);
  private readonly out: Writer = new Writer(this.message);

  /** Sets everything to its default. */
  reset(): void {
    for (let i = 0; i < SETTINGS.length && i < COUNT; i++) {
      this.numbers[i] = SETTINGS[i].number;
      this.keep(i, utf8(SETTINGS[i].text));
    }
  }

  /** Where the setting stands in the list; the name's type sees to it that there is one. */
  private place(name: SettingName): Place {
    for (let i = 0; i < SETTINGS.length && i < COUNT; i++) {
      if (SETTINGS[i].name === name) {
        return i;
      }
    }
    return 0;
  }

  /** The value of a number, 1 or 0 for a switch, the place of a choice. */
  number(name: SettingName): Limit {
    return this.numbers[this.place(name)];
  }

  /** Whether a switch is on. */
  on(name: SettingName): boolean {
    return this.number(name) !== 0;
  }

  /** The value of a text. */
  text(name: SettingName): Bytes {
    const place = this.place(name);
    const start = place * TEXT_SIZE;
    return this.texts.subarray(start, start + this.lengths[place]);
  }

  /** The place in {@link SETTINGS} of the setting that is called `name`; their number where none is. */
  find(name: Bytes): range<0, typeof COUNT> {
    for (let i = 0; i < SETTINGS.length && i < COUNT; i++) {
      if (sameBytes(utf8(SETTINGS[i].name), name)) {
        return i;
      }
    }
    return COUNT;
  }

  /** Gives the setting `name` the value that the text `value` writes. {@link explanation} says why not. */
  assign(name: Bytes, value: Bytes): SettingResult {
    const place = this.find(name);
    if (place >= COUNT || place >= SETTINGS.length) {
      this.out.clear();
      this.out.text("There is no setting ");
      this.out.jsonString(name.subarray(0, 64));
      this.out.text(".");
      return "unknown-name";
    }
    const setting = SETTINGS[place];
    if (this.store(place, setting, value)) {
      return "ok";
    }
    this.out.clear();
    this.out.text(setting.name);
    writeLimits(this.out, setting);
    if (setting.kind !== "secret" && setting.kind !== "key") {
      this.out.text(", not ");
      this.out.jsonString(value.subarray(0, 64));
    }
    this.out.text(".");
    return "not-allowed";
  }

  /** The sentence that goes with the last refusal. */
  explanation(): Bytes {
    return this.out.view();
  }

  /** Stores the value if it is allowed. */
  private store(place: Place, setting: Setting, value: Bytes): boolean {
    if (isText(setting.kind)) {
      if (value.length < setting.min || value.length > setting.max || !wellFormed(setting.kind, value)) {
        return false;
      }
      return this.keep(place, value);
    }
    const number = parse(setting, value);
    if (number < setting.min || number > setting.max) {
      return false;
    }
    this.numbers[place] = number;
    return true;
  }

  /** Copies a text into its place, if it fits there. */
  private keep(place: Place, value: Bytes): boolean {
    const start = place * TEXT_SIZE;
    const length = value.length;
    if (length > TEXT_SIZE || start + length > this.texts.length) {
      return false;
    }
    this.texts.set(value, start);
    this.lengths[place] = length;
    return true;
  }
}

/** The number for which `value` stands in a setting that is no text, or {@link NO_NUMBER}. */
function parse(setting: Setting, value: Bytes): range<-1, 9999999> {
  switch (setting.kind) {
    case "number":
      return parseNumber(value);
    case "switch":
      return parseSwitch(value);
    default:
      return parseChoice(utf8(setting.choices), value);
  }
}
