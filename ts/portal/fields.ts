/** The lines of a request's head. */

import { utf8, type Bytes, type range, type u32, type u8 } from "ts2c";
import { sameBytes } from "../bytes.ts";

const LINE_FEED = 10;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const EQUALS = 61;
const SEMICOLON = 59;
const COLON = 58;

/** The value of the line `name`, without the spaces around it; nothing where there is no such line. */
export function fieldOf(fields: Bytes, name: Bytes): Bytes {
  let rest = fields;
  while (rest.length > 0) {
    const feed = rest.indexOf(LINE_FEED);
    const line = feed < 0 ? rest : rest.subarray(0, feed);
    const colon = line.indexOf(COLON);
    if (colon >= 0 && sameBytes(line.subarray(0, colon), name)) {
      return trimmed(line.subarray(colon + 1));
    }
    rest = feed < 0 ? rest.subarray(rest.length) : rest.subarray(feed + 1);
  }
  return rest;
}

/** The bytes without spaces and line ends around them. */
export function trimmed(bytes: Bytes): Bytes {
  let from: u32 = 0;
  while (from < bytes.length && bytes[from] <= SPACE) {
    from++;
  }
  let end = bytes.length;
  while (end > from && bytes[end - 1] <= SPACE) {
    end--;
  }
  return bytes.subarray(from, end);
}

/** The value of a cookie; nothing where there is none of the name. */
export function cookieOf(fields: Bytes, name: Bytes): Bytes {
  let rest = fieldOf(fields, utf8("cookie"));
  while (rest.length > 0) {
    const semicolon = rest.indexOf(SEMICOLON);
    const pair = trimmed(semicolon < 0 ? rest : rest.subarray(0, semicolon));
    const equals = pair.indexOf(EQUALS);
    if (equals >= 0 && sameBytes(pair.subarray(0, equals), name)) {
      return unquoted(pair.subarray(equals + 1));
    }
    rest = semicolon < 0 ? rest.subarray(rest.length) : rest.subarray(semicolon + 1);
  }
  return rest;
}

function unquoted(value: Bytes): Bytes {
  const last = value.length - 1;
  return last > 0 && value[0] === DOUBLE_QUOTE && value[last] === DOUBLE_QUOTE ? value.subarray(1, last) : value;
}

/** The words behind `Basic` of the line `authorization`: base64 of name, colon, password. Nothing where it is another scheme. */
export function basicOf(fields: Bytes): Bytes {
  const value = fieldOf(fields, utf8("authorization"));
  const space = value.indexOf(SPACE);
  if (space !== 5) {
    return value.subarray(value.length);
  }
  const scheme = utf8("basic");
  for (let i = 0; i < scheme.length && i < value.length; i++) {
    if ((value[i] | 32) !== scheme[i]) {
      return value.subarray(value.length);
    }
  }
  return trimmed(value.subarray(space));
}

/** No digit of base64. */
const NO_DIGIT = 64;

function base64Value(byte: u8): range<0, 64> {
  if (byte >= 65 && byte <= 90) {
    return byte - 65;
  }
  if (byte >= 97 && byte <= 122) {
    return byte - 71;
  }
  if (byte >= 48 && byte <= 57) {
    return byte + 4;
  }
  return byte === 43 ? 62 : byte === 47 ? 63 : NO_DIGIT;
}

/** The bytes that base64 (RFC 4648) writes, put into `into`; nothing where it is not base64 or does not fit. */
export function decodeBase64(text: Bytes, into: Uint8Array): Bytes {
  let length: u32 = 0;
  let bits: range<0, 0xffffff> = 0;
  let count: range<0, 24> = 0;
  for (const byte of text) {
    const value = base64Value(byte);
    if (byte === EQUALS) {
      break;
    }
    if (value === NO_DIGIT || length >= into.length) {
      return into.subarray(0, 0);
    }
    bits = ((bits << 6) | value) & 0xffffff;
    count = Math.min(count + 6, 24);
    if (count >= 8) {
      count = count - 8;
      into[length] = (bits >> count) & 0xff;
      length++;
    }
  }
  return into.subarray(0, length);
}
