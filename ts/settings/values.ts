/** What a setting's value may be, and how it is written as a text. */

import { utf8, type Bytes, type range, type u8 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { hexValue } from "../p1/ascii.ts";
import { NO_ADDRESS, parseAddress } from "../network/address.ts";
import { type Kind, type Limit, type Setting } from "./setting.ts";

/** Parts the words of a choice. */
const BAR = 124;
/** Parts the levels of a topic; the other two are its wildcards. */
const SLASH = 47;
const PLUS = 43;
const HASH = 35;

/** The digits of a key of 16 bytes. */
const KEY_DIGITS = 32;

/** A password is kept as `p2` and 96 hexadecimal digits: those of salt and hash. */
export const PASSWORD_LENGTH = 98;

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

/** Whether all of a text are hexadecimal digits, two for each byte. */
function isHex(value: Bytes): boolean {
  for (const byte of value) {
    if (hexValue(byte) > 15) {
      return false;
    }
  }
  return value.length % 2 === 0;
}

/** The word at a place, from 0, of `choices`, which `|` parts; empty where there is none. */
export function wordAt(choices: Bytes, wanted: Limit): Bytes {
  let rest = choices;
  for (let place = 0; place < wanted; place++) {
    const bar = rest.indexOf(BAR);
    rest = rest.subarray(bar < 0 ? rest.length : bar + 1);
  }
  const end = rest.indexOf(BAR);
  return end < 0 ? rest : rest.subarray(0, end);
}

/** Whether the value is never told, only whether there is one. */
export function isSecret(kind: Kind): boolean {
  return kind === "secret" || kind === "wifi-password" || kind === "key" || kind === "password";
}

/** Whether a setting's value is a text rather than a number. */
export function isText(kind: Kind): boolean {
  return kind !== "number" && kind !== "switch" && kind !== "choice";
}

/** Whether a text may be stored: no control characters, and in a topic no wildcards and no `/` at either end. */
export function wellFormed(kind: Kind, value: Bytes): boolean {
  if (kind === "hex" || kind === "key") {
    return isHex(value) && (kind === "hex" || value.length === 0 || value.length === KEY_DIGITS);
  }
  if (kind === "password") {
    return value.length === 0 || (value.length === PASSWORD_LENGTH && value[0] === 112 && isHex(value.subarray(2)));
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
  if (kind === "wifi-password") {
    return isWifiPassword(value);
  }
  if (kind === "address") {
    return value.length === 0 || parseAddress(value) !== NO_ADDRESS;
  }
  if (kind !== "topic") {
    return true;
  }
  return value.length === 0 || (value[0] !== SLASH && value[value.length - 1] !== SLASH);
}

/** Whether WPA takes it: a password, or the key that is made of one; an open network has none. Source: IEEE 802.11i, H.4. */
function isWifiPassword(value: Bytes): boolean {
  return value.length === 0 || (value.length >= 8 && value.length < 64) || (value.length === 64 && isHex(value));
}

/** Whether a byte may stand in a host's name. */
function isHostByte(byte: u8): boolean {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte === 45 || byte === 95;
}

/** The number for which `value` stands in a setting that is no text, or {@link NO_NUMBER}. */
export function parse(setting: Setting, value: Bytes): range<-1, 9999999> {
  switch (setting.kind) {
    case "number":
      return parseNumber(value);
    case "switch":
      return parseSwitch(value);
    default:
      return parseChoice(utf8(setting.choices), value);
  }
}
