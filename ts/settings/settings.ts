/** The settings' values, and the one way to change them: by name, from text, checked against the list. */

import { Writer, array, utf8, type Bytes, type FixedArray, type range, type u32, type u8 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { COUNT, SETTINGS, type Place } from "./list.ts";
import { TEXT_SIZE, TEXTS_SIZE, type Limit, type Setting, type SettingName } from "./setting.ts";
import { CODE_TOPIC, CODES, Codes } from "./codes.ts";
import { isSecret, isText, parse, wellFormed, wordAt } from "./values.ts";

/** What became of a setting that was handed in. All but `ok` changed nothing. */
export type SettingResult = "ok" | "unknown-name" | "not-allowed";

/** How much of a value a sentence shows, in bytes. */
const EXCERPT = 24;

/** Writes the beginning of a name or a value: whole characters, so that the sentence stays UTF-8. */
function writeExcerpt(out: Writer, text: Bytes): void {
  let end = Math.min(text.length, EXCERPT);
  while (end > 0 && end < text.length && (text[end] & 0xc0) === 0x80) {
    end--;
  }
  out.jsonString(text.subarray(0, end));
  out.text(end < text.length ? "…" : "");
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
    case "password":
      out.text(" must have 8 to 64 bytes; over HTTP it is set at /api/password, and a file has the hash of an export");
      break;
    case "wifi-password":
      out.text(" must have 8 to 63 bytes");
      out.text(setting.max < 64 ? ", or none" : ", or 64 hexadecimal digits, or none");
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

/** Whether a setting may have the value that a text writes. */
function accepts(setting: Setting, value: Bytes): boolean {
  if (isText(setting.kind)) {
    return value.length >= setting.min && value.length <= setting.max && wellFormed(setting.kind, value);
  }
  const number = parse(setting, value);
  return number >= setting.min && number <= setting.max;
}

/** Writes the default of a setting as the text by which it is assigned. */
export function writeDefault(out: Writer, setting: Setting): void {
  if (isText(setting.kind)) {
    out.text(setting.text);
  } else {
    writeNumber(out, setting, setting.number);
  }
}

/** Writes the value of a setting that is no text. */
function writeNumber(out: Writer, setting: Setting, number: Limit): void {
  if (setting.kind === "switch") {
    out.text(number !== 0 ? "on" : "off");
  } else if (setting.kind === "choice") {
    out.bytes(wordAt(utf8(setting.choices), number));
  } else {
    out.int(number);
  }
}

/** All settings, at first with their defaults. */
export class Settings {
  private readonly numbers: FixedArray<Limit, typeof COUNT> = array(COUNT, 0);
  private readonly lengths: FixedArray<u8, typeof COUNT> = array(COUNT, 0);
  /** The texts, each in a place as long as it may become, and where the places are; {@link reset} deals them out. */
  private readonly texts: Uint8Array = new Uint8Array(TEXTS_SIZE);
  private readonly starts: FixedArray<range<0, typeof TEXTS_SIZE>, typeof COUNT> = array(COUNT, 0);
  /** What readings are called, beside the list. */
  readonly codes: Codes = new Codes();
  private readonly message: Uint8Array = new Uint8Array(384);
  private readonly out: Writer = new Writer(this.message);

  /** Sets everything to its default. */
  reset(): void {
    this.codes.reset();
    let start: range<0, typeof TEXTS_SIZE> = 0;
    for (let i = 0; i < SETTINGS.length && i < COUNT; i++) {
      this.starts[i] = start;
      if (isText(SETTINGS[i].kind)) {
        start = Math.min(start + SETTINGS[i].max, TEXTS_SIZE);
      }
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
    return this.textAt(this.place(name));
  }

  private textAt(place: Place): Bytes {
    const start = this.starts[place];
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
    this.codes.beginCheck();
    const result = this.check(name, value);
    const code = this.codes.parse(name);
    if (code !== 0 && result === "ok") {
      this.codes.store(code, value);
    }
    const place = this.find(name);
    if (result === "ok" && place < COUNT && place < SETTINGS.length) {
      this.store(place, SETTINGS[place], value);
    }
    return result;
  }

  /** Whether the setting `name` may have that value. */
  check(name: Bytes, value: Bytes): SettingResult {
    const code = this.codes.parse(name);
    if (code !== 0) {
      return this.checkCode(code, name, value);
    }
    const place = this.find(name);
    if (place >= COUNT || place >= SETTINGS.length) {
      this.out.clear();
      this.out.text("There is no setting ");
      writeExcerpt(this.out, name);
      this.out.text(".");
      return "unknown-name";
    }
    const setting = SETTINGS[place];
    if (accepts(setting, value)) {
      return "ok";
    }
    this.out.clear();
    this.out.text(setting.name);
    writeLimits(this.out, setting);
    if (!isSecret(setting.kind)) {
      this.out.text(", not ");
      writeExcerpt(this.out, value);
    }
    this.out.text(".");
    return "not-allowed";
  }

  private checkCode(code: u32, name: Bytes, value: Bytes): SettingResult {
    if (this.codes.accepts(code, value)) {
      return "ok";
    }
    this.out.clear();
    this.out.bytes(name);
    this.out.text(" must be a topic of at most ");
    this.out.int(CODE_TOPIC);
    this.out.text(
      " bytes, without +, # and control characters and without / at either end, that no other code has; or ",
    );
    this.out.text("off, or nothing; and there can be ");
    this.out.int(CODES);
    this.out.text(" of them. It is not ");
    writeExcerpt(this.out, value);
    this.out.text(".");
    return "not-allowed";
  }

  /** The sentence that goes with the last refusal. */
  explanation(): Bytes {
    return this.out.view();
  }

  /** Whether the setting at `place` has its default. */
  isDefault(place: Place): boolean {
    const setting = SETTINGS[place];
    return isText(setting.kind)
      ? sameBytes(this.textAt(place), utf8(setting.text))
      : this.numbers[place] === setting.number;
  }

  /** Writes the value of the setting at `place` as the text by which it is assigned. */
  write(place: Place, out: Writer): void {
    const setting = SETTINGS[place];
    if (isText(setting.kind)) {
      out.bytes(this.textAt(place));
    } else {
      writeNumber(out, setting, this.numbers[place]);
    }
  }

  /** Stores a value that is allowed. */
  private store(place: Place, setting: Setting, value: Bytes): void {
    if (isText(setting.kind)) {
      this.keep(place, value);
    } else {
      const number = parse(setting, value);
      this.numbers[place] = number >= 0 && number <= setting.max ? number : setting.number;
    }
  }

  /** Copies a text into its place, if it fits there. */
  private keep(place: Place, value: Bytes): void {
    const start = this.starts[place];
    const length = value.length;
    if (length <= TEXT_SIZE && start + length <= this.texts.length) {
      this.texts.set(value, start);
      this.lengths[place] = length;
    }
  }
}
