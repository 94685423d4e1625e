/**
 * Names for whoever is at the device's own access point: every one of them leads to the device, so that a phone which looks for
 * the Internet finds the page that sets the device up. Source: RFC 1035, 4.1.
 */

import { type u32 } from "ts2c";
import * as datagrams from "#platform/datagrams";

const PORT = 53;
const HEADER = 12;
/** A name has 255 bytes at most; type and class follow, and in the answer a record of 16 bytes. */
const NAME = 255;
const RECORD = 16;
const MEMORY = 320;

const IS_ANSWER = 0x80;
const OPCODE = 0x78;
const RECURSION_WANTED = 1;
/** A question for all that there is of a name. */
const ANY = 255;
const ADDRESS = 1;
const INTERNET = 1;
const NOT_UNDERSTOOD = 1;
const NOT_IMPLEMENTED = 4;

/** For how many seconds a phone may remember the answer: it soon wants the name's real address. */
const KEEP_SECONDS = 10;

/** How many questions are answered in one tick. */
const AT_ONCE = 16;

/** The name server of the access point. */
export class CaptiveNames {
  private readonly message: Uint8Array = new Uint8Array(MEMORY);

  open(address: u32): void {
    datagrams.open(address, PORT);
  }

  close(): void {
    datagrams.close();
  }

  /** Answers the questions that wait. */
  tick(address: u32): void {
    for (let i = 0; i < AT_ONCE; i++) {
      const length = datagrams.receive(this.message);
      if (length === 0) {
        return;
      }
      const size = turnIntoAnswer(this.message, length, address);
      if (size > 0) {
        datagrams.answer(this.message.subarray(0, size));
      }
    }
  }
}

/**
 * Makes the answer of a question that has `length` bytes, in its place: `address`, or nothing where something else is wanted. The
 * answer's length; 0 where none is due, since that was no question. `message` has room for more than the longest.
 */
export function turnIntoAnswer(message: Uint8Array, length: u32, address: u32): u32 {
  if (message.length < MEMORY || length <= HEADER || (message[2] & IS_ANSWER) !== 0) {
    return 0;
  }
  const isQuery = (message[2] & OPCODE) === 0;
  const isSingle = message[4] === 0 && message[5] === 1;
  message[2] = IS_ANSWER | 4 | (message[2] & (OPCODE | RECURSION_WANTED));
  message[3] = IS_ANSWER; // Recursion is available, as far as a phone is concerned.
  message.fill(0, 6, HEADER);
  const end = isSingle ? endOfName(message, length) : 0;
  if (!isQuery || end === 0 || end + 4 > length) {
    message[3] = IS_ANSWER | (isQuery ? NOT_UNDERSTOOD : NOT_IMPLEMENTED);
    message.fill(0, 4, 6);
    return HEADER;
  }
  if (end > HEADER + NAME) {
    return 0;
  }
  const type = (message[end] << 8) | message[end + 1];
  const isInternet = message[end + 2] === 0 && message[end + 3] === INTERNET;
  const at = end + 4;
  if (!isInternet || (type !== ADDRESS && type !== ANY)) {
    return at;
  }
  message[7] = 1;
  message.fill(0, at, at + RECORD);
  message[at] = 0xc0; // The name stands behind the header.
  message[at + 1] = HEADER;
  message[at + 3] = ADDRESS;
  message[at + 5] = INTERNET;
  message[at + 9] = KEEP_SECONDS;
  message[at + 11] = 4;
  message[at + 12] = (address >>> 24) & 255;
  message[at + 13] = (address >>> 16) & 255;
  message[at + 14] = (address >>> 8) & 255;
  message[at + 15] = address & 255;
  return at + RECORD;
}

/** Where what follows the question's name begins; 0 where there is no whole name. */
function endOfName(message: Uint8Array, length: u32): u32 {
  let at: u32 = HEADER;
  while (at < length && at < message.length && at < HEADER + NAME) {
    const label = message[at];
    if (label === 0) {
      return at + 1;
    }
    if (label > 63) {
      return 0; // A question has nothing before it that it could point to.
    }
    at = at + label + 1;
  }
  return 0;
}
