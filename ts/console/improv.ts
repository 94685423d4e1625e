/**
 * Improv Wi-Fi over the serial console (improv-wifi.com/serial, version 1): a browser that has flashed the device gives it the Wi-Fi.
 * Who has the cable in his hands may do at the console what this does.
 */

import { u8, utf8, type Bytes, type range, type u16, type u32, type Writer } from "ts2c";
import * as console from "#platform/console";
import * as driver from "#platform/network";
import * as update from "#platform/update";
import { sameBytes } from "../bytes.ts";
import { writeAddress } from "../network/address.ts";
import { type Network } from "../network/network.ts";
import { type Scratch } from "../scratch.ts";
import { type Settings } from "../settings/settings.ts";
import { type Trial } from "../update/trial.ts";

/** What a packet begins with, its version included; kind and length follow, then the data, and the sum of all bytes. */
const MARK: Bytes = utf8("IMPROV\u0001");
const HEAD = 9;
/** Where in an answer, which begins with a line feed, stand: the length of its data, and that of a result's words. */
const LENGTH_AT = 9;
const WORDS_AT = 11;
const LINE_FEED = 10;

/** Kinds of packets. */
const STATE = 1;
const ERROR = 2;
const COMMAND = 3;
const RESULT = 4;

/** Commands. */
const JOIN = 1;
const GET_STATE = 2;
const GET_INFO = 3;
const SCAN = 4;

/** States. */
const READY = 2;
const JOINING = 3;
const JOINED = 4;

/** Errors. */
const INVALID = 1;
const UNKNOWN_COMMAND = 2;
const NOT_JOINED = 3;
const BUSY = 255;

/** What the browser waits for. */
type Awaited = "nothing" | "join" | "scan";

/** Whether a line of the console is a packet; the driver gives one whole, line feeds in it included. */
export function isImprov(line: Bytes): boolean {
  return sameBytes(line.subarray(0, MARK.length), MARK);
}

/** Speaks with the browser. */
export class Improv {
  private readonly settings: Settings;
  private readonly network: Network;
  private readonly trial: Trial;
  private readonly scratch: Scratch;
  private readonly out: Writer;
  private waitsFor: Awaited = "nothing";
  /** The network that is told next. */
  private told: range<0, 16> = 0;

  constructor(settings: Settings, network: Network, trial: Trial, scratch: Scratch) {
    this.settings = settings;
    this.network = network;
    this.trial = trial;
    this.scratch = scratch;
    this.out = scratch.out;
  }

  /** Does what a packet says, and answers. */
  take(packet: Bytes, now: u32): void {
    const data = dataOf(packet);
    if (data.length < 2 || data.length !== data[1] + 2) {
      this.tell(ERROR, INVALID);
      return;
    }
    switch (data[0]) {
      case JOIN:
        this.join(data.subarray(2), now);
        break;
      case GET_STATE:
        this.tellState(GET_STATE);
        break;
      case GET_INFO:
        this.tellInfo();
        break;
      case SCAN:
        this.scan(now);
        break;
      default:
        this.tell(ERROR, UNKNOWN_COMMAND);
        break;
    }
  }

  /** Tells what became of what was asked for. */
  tick(): void {
    if (this.waitsFor === "join" && !this.network.attempt.isOn()) {
      this.waitsFor = "nothing";
      if (this.network.attempt.state !== "joined") {
        this.tell(ERROR, NOT_JOINED);
      }
      this.tellState(JOIN);
    } else if (this.waitsFor === "scan" && !this.network.scan.isOn()) {
      this.tellNetwork();
    }
  }

  /** `words`: the name and the password, each behind its length. */
  private join(words: Bytes, now: u32): void {
    const name = wordOf(words);
    const password = wordOf(name.rest);
    const attempt = this.network.attempt;
    if (!password.isWhole || password.rest.length > 0) {
      this.tell(ERROR, INVALID);
    } else if (driver.kind() !== "wifi" || name.text.length === 0 || !this.allows(name.text, password.text)) {
      this.tell(ERROR, NOT_JOINED);
    } else if (attempt.isOn()) {
      this.tell(ERROR, BUSY);
    } else {
      attempt.clear();
      attempt.setName(name.text);
      attempt.setPassword(password.text);
      attempt.ask(now);
      this.waitsFor = "join";
      this.tell(STATE, JOINING);
    }
  }

  private allows(name: Bytes, password: Bytes): boolean {
    return (
      this.settings.check(utf8("wifi_name"), name) === "ok" &&
      this.settings.check(utf8("wifi_password"), password) === "ok"
    );
  }

  private scan(now: u32): void {
    if (driver.kind() !== "wifi") {
      this.begin(RESULT, SCAN);
      this.endResult();
    } else if (this.network.attempt.isOn()) {
      this.tell(ERROR, BUSY);
    } else {
      this.network.scan.start(now);
      this.waitsFor = "scan";
      this.told = 0;
    }
  }

  /** One network with each tick, since the port is slow. A result without words ends the list. */
  private tellNetwork(): void {
    const index = this.told;
    this.begin(RESULT, SCAN);
    if (index < 16 && index < driver.foundCount()) {
      this.told = index + 1;
      const name = this.network.scan.nameAt(index);
      if (name.length === 0) {
        return; // Nobody could choose it.
      }
      this.word(name);
      const at = this.beginWord();
      this.out.int(driver.foundSignal(index));
      this.endWord(at);
      this.word(utf8(driver.foundLocked(index) ? "YES" : "NO"));
    } else {
      this.waitsFor = "nothing";
    }
    this.endResult();
  }

  /** The state, and where the page is if the device is in a network. */
  private tellState(command: u8): void {
    const isUp = this.network.isUp();
    this.tell(STATE, this.network.attempt.isOn() ? JOINING : isUp ? JOINED : READY);
    if (isUp) {
      this.begin(RESULT, command);
      const at = this.beginWord();
      this.out.text("http://");
      writeAddress(this.out, driver.address());
      this.out.text("/");
      this.endWord(at);
      this.endResult();
    }
  }

  private tellInfo(): void {
    this.begin(RESULT, GET_INFO);
    this.word(utf8("p1_meter"));
    this.word(this.trial.version());
    this.word(utf8(chipFamily(update.chip())));
    this.word(this.settings.text("device_name"));
    this.endResult();
  }

  /** A packet of one byte. */
  private tell(kind: u8, value: u8): void {
    this.begin(kind, value);
    this.send();
  }

  private begin(kind: u8, first: u8): void {
    this.out.clear();
    this.out.byte(LINE_FEED); // The log may stand in the middle of a line.
    this.out.bytes(MARK);
    this.out.byte(kind);
    this.out.byte(0);
    this.out.byte(first);
    if (kind === RESULT) {
      this.out.byte(0);
    }
  }

  private word(word: Bytes): void {
    const at = this.beginWord();
    this.out.bytes(word);
    this.endWord(at);
  }

  /** Leaves a place for the length of the word that is written next. */
  private beginWord(): u32 {
    const at = this.out.length();
    this.out.byte(0);
    return at;
  }

  private endWord(at: u32): void {
    const bytes = this.scratch.bytes;
    if (at < bytes.length) {
      bytes[at] = u8(this.out.length() - at - 1);
    }
  }

  private endResult(): void {
    this.scratch.bytes[WORDS_AT] = u8(this.out.length() - WORDS_AT - 1);
    this.send();
  }

  private send(): void {
    this.scratch.bytes[LENGTH_AT] = u8(this.out.length() - LENGTH_AT - 1);
    this.out.byte(sumOf(this.out.view().subarray(1)));
    this.out.byte(LINE_FEED);
    console.send(this.out.view());
  }
}

/** The data of a packet from the browser; nothing where it is none, or spoiled. */
function dataOf(packet: Bytes): Bytes {
  const nothing = packet.subarray(packet.length);
  if (packet.length <= HEAD || packet[7] !== COMMAND || packet.length !== HEAD + packet[8] + 1) {
    return nothing;
  }
  const end = packet.length - 1;
  return sumOf(packet.subarray(0, end)) === packet[end] ? packet.subarray(HEAD, end) : nothing;
}

/** A word, and what is behind it. */
interface Word {
  /** Whether all of it is there; of a word that is cut off nothing is given. */
  readonly isWhole: boolean;
  readonly text: Bytes;
  readonly rest: Bytes;
}

/** The word at the beginning, which stands behind its length. */
function wordOf(words: Bytes): Word {
  const nothing = words.subarray(words.length);
  if (words.length === 0 || words.length <= words[0]) {
    return { isWhole: false, text: nothing, rest: nothing };
  }
  return { isWhole: true, text: words.subarray(1, words[0] + 1), rest: words.subarray(words[0] + 1) };
}

function sumOf(bytes: Bytes): u8 {
  let sum: u8 = 0;
  for (const byte of bytes) {
    sum = (sum + byte) & 0xff;
  }
  return sum;
}

/** What Espressif calls the chip of that number. */
function chipFamily(chip: u16): string {
  switch (chip) {
    case 0:
      return "ESP32";
    case 5:
      return "ESP32-C3";
    case 9:
      return "ESP32-S3";
    case 13:
      return "ESP32-C6";
    default:
      return "unknown";
  }
}
