/** The log, line by line, for a syslog server. Source: RFC 5424 (the message), RFC 5426 (over UDP). */

import { utf8, u16, u32, type Bytes, type Writer, type range } from "ts2c";
import * as clock from "#platform/clock";
import * as datagrams from "#platform/datagrams";
import * as log from "#platform/log";
import { sameBytes } from "../bytes.ts";
import { parseAddress } from "../network/address.ts";
import { type Network } from "../network/network.ts";
import { writeTime } from "../p1/timestamp.ts";
import { type Scratch } from "../scratch.ts";
import { type Settings } from "../settings/settings.ts";

/** The facility "local use 0", of which each severity counts on. */
const LOCAL0 = 16 * 8;
const SEVERITY_ERROR = 3;
const SEVERITY_WARNING = 4;
const SEVERITY_INFO = 6;
const SEVERITY_DEBUG = 7;
type Severity = range<0, 7>;

/** No line of the log is longer; what is behind it comes as another one. */
const LONGEST = 1024;
/** Where the line lies in the scratch: what is written of it has room before. */
const LINE_AT = 4096;
/** What was logged before is not kept: the log has some thousand bytes. */
const LOG_SPAN = 0x7fffffff;
/** So many lines go out in one tick, so that a start does not flood the network. */
const AT_ONCE = 4;

const LINE_FEED = 10;
const ESCAPE = 27;
const SPACE = 32;
const OPEN = 40;
const CLOSE = 41;
const COLOURS_END = 109;

/** A line without what the message's head says: its level, and what is behind level and time. */
interface Line {
  readonly severity: Severity;
  readonly text: Bytes;
}

/** Sends what was logged since it last did. */
export class Syslog {
  private readonly settings: Settings;
  private readonly network: Network;
  private readonly scratch: Scratch;
  /** Where the next line begins in all that was logged. */
  private next: u32 = 0;

  constructor(settings: Settings, network: Network, scratch: Scratch) {
    this.settings = settings;
    this.network = network;
    this.scratch = scratch;
  }

  tick(): void {
    const address = parseAddress(this.settings.text("syslog_server"));
    if (this.settings.text("syslog_server").length === 0) {
      this.next = log.oldest();
      return;
    }
    for (let i = 0; i < AT_ONCE && this.network.isUp(); i++) {
      if (!this.sendLine(address)) {
        return;
      }
    }
  }

  /** Sends the next line; false where there is none, or it has to wait. */
  private sendLine(address: u32): boolean {
    if (u32(this.next - log.oldest()) > LOG_SPAN) {
      this.next = log.oldest();
    }
    const memory = this.scratch.bytes.subarray(LINE_AT, LINE_AT + LONGEST);
    const length = log.read(this.next, memory);
    const read = memory.subarray(0, length);
    const feed = read.indexOf(LINE_FEED);
    if (feed < 0 && read.length < LONGEST) {
      return false;
    }
    const line = feed < 0 ? read : read.subarray(0, feed);
    const behind = feed < 0 ? line.length : line.length + 1;
    if (line.length > 0) {
      this.write(lineOf(line));
      if (!datagrams.send(address, u16.clamp(this.settings.number("syslog_port")), this.scratch.out.view())) {
        return false;
      }
    }
    this.next = u32(this.next + behind);
    return true;
  }

  /** Writes the message. The time is that of sending: lines that were logged before there was a network have a later one. */
  private write(line: Line): void {
    const out = this.scratch.out;
    out.clear();
    out.text("<");
    out.int(LOCAL0 + line.severity);
    out.text(">1 ");
    const time = u32.clamp(clock.utc());
    if (time === 0) {
      out.text("-");
    } else {
      writeTime(out, time);
    }
    out.text(" ");
    out.bytes(this.network.ownName.name());
    out.text(" p1_meter - - - ");
    writeText(out, line.text);
  }
}

/** Takes a line to parts: `I (1234) tag: …` as ESP-IDF writes it, maybe in colours, or time, level and text as the desk does. */
function lineOf(line: Bytes): Line {
  const plain = line.length > 0 && line[0] === ESCAPE ? behindByte(line, COLOURS_END) : line;
  if (plain.length > 3 && plain[1] === SPACE && plain[2] === OPEN) {
    return { severity: severityOfLetter(plain.subarray(0, 1)), text: behindByte(behindByte(plain, CLOSE), SPACE) };
  }
  const level = behindByte(plain, SPACE);
  const text = behindByte(level, SPACE);
  const word = level.subarray(0, level.length - text.length);
  if (sameBytes(word, utf8("error "))) {
    return { severity: SEVERITY_ERROR, text };
  }
  if (sameBytes(word, utf8("warning "))) {
    return { severity: SEVERITY_WARNING, text };
  }
  if (sameBytes(word, utf8("info "))) {
    return { severity: SEVERITY_INFO, text };
  }
  return sameBytes(word, utf8("debug "))
    ? { severity: SEVERITY_DEBUG, text }
    : { severity: SEVERITY_INFO, text: plain };
}

function severityOfLetter(letter: Bytes): Severity {
  if (sameBytes(letter, utf8("E"))) {
    return SEVERITY_ERROR;
  }
  if (sameBytes(letter, utf8("W"))) {
    return SEVERITY_WARNING;
  }
  return sameBytes(letter, utf8("I")) ? SEVERITY_INFO : SEVERITY_DEBUG;
}

/** What is behind the first such byte; nothing where there is none. */
function behindByte(bytes: Bytes, byte: range<0, 255>): Bytes {
  const at = bytes.indexOf(byte);
  return at < 0 ? bytes.subarray(bytes.length) : bytes.subarray(at + 1);
}

/** Writes a text without the colours that end it, and without other control characters. */
function writeText(out: Writer, text: Bytes): void {
  for (const byte of text) {
    if (byte === ESCAPE) {
      return;
    }
    if (byte >= SPACE) {
      out.byte(byte);
    }
  }
}
