/** Answers without an end: values as they come, for the page, and the log, for who follows it. */

import { array, u32, utf8, type FixedArray, type Writer, type range, type u8 } from "ts2c";
import * as http from "#platform/http";
import { type HttpEvent, type RequestId } from "#platform/http";
import * as log from "#platform/log";
import { PLACES, type Kept } from "../publish/kept.ts";
import { HTTP_SECONDS, HTTP_STREAMS } from "../sockets.ts";
import { type Lists } from "./lists.ts";
import { type Response } from "./response.ts";
import { type StatusReport } from "./status.ts";

/** What is streamed: server-sent events (WHATWG HTML, 9.2), or lines of text. */
export type StreamKind = "events" | "log";

/** No request: they are counted from 1 on. */
const NONE = 0;

/** Between two events `status`, in milliseconds. */
const STATUS_MS = 2000;
/** After so long without a line the follower of the log gets an empty one, which shows whether it is still there. */
const QUIET_MS = 30000;
/** A client that takes nothing for so long is dropped. */
const STUCK_MS = HTTP_SECONDS * 1000;
/** After an hour a stream ends. Who wants to go on asks again, and is asked for the login again. */
const LONGEST_MS = 3600000;
/** More pieces than one telegram has are not sent at once. */
const PIECES = 100;
/** Behind the readings comes the event that ends them, and then nothing. */
const DONE = 98;

/** A stream, and what its client has. */
class Stream {
  request: RequestId = NONE;
  kind: StreamKind = "events";
  openedAt: u32 = 0;
  statusAt: u32 = 0;
  sentAt: u32 = 0;
  /** Whether the client took no more, and since when. */
  waits: boolean = false;
  waitsSince: u32 = 0;
  /** The telegram whose readings are being sent, or were last. */
  telegram: u32 = 0;
  /** The reading that comes next, {@link PLACES} when all are sent, then {@link DONE}; or the byte of the log. */
  next: u32 = 0;
}

/** The streams. A piece is written when its client has room for it, into the memory of every other answer: none waits. */
export class Streams {
  private readonly kept: Kept;
  private readonly lists: Lists;
  private readonly report: StatusReport;
  private readonly response: Response;
  private readonly streams: FixedArray<Stream, typeof HTTP_STREAMS> = array(HTTP_STREAMS, () => new Stream());

  constructor(kept: Kept, lists: Lists, report: StatusReport, response: Response) {
    this.kept = kept;
    this.lists = lists;
    this.report = report;
    this.response = response;
  }

  /** Answers a request with a stream. */
  begin(id: RequestId, kind: StreamKind, now: u32): void {
    for (let i = 0; i < HTTP_STREAMS; i++) {
      if (this.streams[i].request === NONE) {
        this.open(i, id, kind, now);
        return;
      }
    }
    this.response.problem(
      503,
      "As many watch already as the device can serve: ask for the values themselves, or later.",
    );
    this.response.retryAfter(60);
    this.response.send(id);
  }

  private open(index: range<0, 1>, id: RequestId, kind: StreamKind, now: u32): void {
    const stream = this.streams[index];
    stream.request = id;
    stream.kind = kind;
    stream.openedAt = now;
    stream.statusAt = u32(now - STATUS_MS);
    stream.sentAt = now;
    stream.waits = false;
    stream.telegram = u32(this.kept.telegramNumber() - 1);
    stream.next = kind === "log" ? log.oldest() : DONE;
    for (const reading of this.kept.readings) {
      reading.unseen = reading.unseen | bitOf(index);
    }
    const type = kind === "log" ? "text/plain; charset=utf-8" : "text/event-stream";
    http.answer(id, 200, utf8(type), utf8("Cache-Control: no-store\r\n"));
    this.go(index, now);
  }

  /** Something happened to a request; to others than ours nothing is done here. */
  onHttp(id: RequestId, event: HttpEvent, now: u32): void {
    for (let i = 0; i < HTTP_STREAMS; i++) {
      const stream = this.streams[i];
      if (stream.request === id && event === "closed") {
        stream.request = NONE;
      } else if (stream.request === id && event === "room") {
        stream.waits = false;
        this.go(i, now);
      }
    }
  }

  /** Sends what is new, and ends what has to end. */
  tick(now: u32): void {
    for (let i = 0; i < HTTP_STREAMS; i++) {
      const stream = this.streams[i];
      const stuck = stream.waits && u32(now - stream.waitsSince) >= STUCK_MS;
      if (stuck || u32(now - stream.openedAt) >= LONGEST_MS) {
        this.end(i);
      }
      this.go(i, now);
    }
  }

  /** Ends all: who may read is another question now. */
  endAll(): void {
    for (let i = 0; i < HTTP_STREAMS; i++) {
      this.end(i);
    }
  }

  private end(index: range<0, 1>): void {
    const stream = this.streams[index];
    if (stream.request !== NONE) {
      http.end(stream.request);
      stream.request = NONE;
    }
  }

  private go(index: range<0, 1>, now: u32): void {
    const stream = this.streams[index];
    for (let i = 0; i < PIECES; i++) {
      if (stream.request === NONE || stream.waits) {
        return;
      }
      const more = stream.kind === "log" ? this.sendLog(stream, now) : this.sendEvent(stream, bitOf(index), now);
      if (!more) {
        return;
      }
    }
  }

  /** Sends what is written. False, and the client is to be waited for, where there is no room. */
  private send(stream: Stream, now: u32): boolean {
    if (!http.send(stream.request, this.response.body.view())) {
      stream.waits = true;
      stream.waitsSince = now;
      return false;
    }
    stream.sentAt = now;
    return true;
  }

  private sendLog(stream: Stream, now: u32): boolean {
    const out = this.response.body;
    out.clear();
    const next = this.lists.writeLog(stream.next, out);
    if (out.length() === 0) {
      if (u32(now - stream.sentAt) < QUIET_MS) {
        return false;
      }
      out.text("\n");
    }
    if (!this.send(stream, now)) {
      return false;
    }
    stream.next = next;
    return true;
  }

  /** Sends the next event, if there is one. */
  private sendEvent(stream: Stream, bit: u8, now: u32): boolean {
    const out = this.response.body;
    out.clear();
    if (stream.next < PLACES) {
      return this.sendReadings(stream, bit, now);
    }
    if (stream.next === PLACES) {
      this.writeTelegram(out);
      stream.next = this.send(stream, now) ? DONE : PLACES;
      return stream.next === DONE;
    }
    if (stream.telegram !== this.kept.telegramNumber()) {
      stream.telegram = this.kept.telegramNumber();
      stream.next = 0;
      return true;
    }
    if (u32(now - stream.statusAt) < STATUS_MS) {
      return false;
    }
    out.text("event: status\ndata: ");
    this.report.write(out, now);
    out.text("}\n\n");
    if (!this.send(stream, now)) {
      return false;
    }
    stream.statusAt = now;
    return true;
  }

  /** Sends readings that are new to the client, as many as go into one piece. */
  private sendReadings(stream: Stream, bit: u8, now: u32): boolean {
    const from: range<0, 97> = Math.min(stream.next, PLACES);
    const to = this.writeReadings(from, bit, now, this.response.body);
    if (this.response.body.length() > 0 && !this.send(stream, now)) {
      return false;
    }
    for (let i = from; i < to && i < PLACES; i++) {
      const reading = this.kept.readings[i];
      reading.unseen = reading.unseen & ~bit & 0xff;
    }
    stream.next = to;
    return true;
  }

  /** Writes one event, or nothing where no reading is new; says which reading comes then. */
  private writeReadings(from: range<0, 97>, bit: u8, now: u32, out: Writer): range<0, 97> {
    out.text("event: readings\ndata: [");
    let any = false;
    for (let i = from; i < PLACES; i++) {
      const reading = this.kept.readings[i];
      if (!reading.isCurrent() || (reading.unseen & bit) === 0) {
        continue;
      }
      const start = out.mark();
      out.text(any ? "," : "");
      this.lists.writeReading(out, i, now, true);
      if (this.endsWell(out)) {
        any = true;
        continue;
      }
      out.reset(start);
      if (any) {
        out.text("]\n\n");
        return i;
      }
      this.lists.writeReading(out, i, now, false); // It is longer than a piece: its value is left out.
      any = true;
    }
    if (any) {
      out.text("]\n\n");
    } else {
      out.clear();
    }
    return PLACES;
  }

  /** Writes the event that ends a telegram's readings: all that the client knows are of now, but for those that it did not have. */
  private writeTelegram(out: Writer): void {
    out.text('event: telegram\ndata: {"old":[');
    let any = false;
    for (let i = 0; i < PLACES; i++) {
      const reading = this.kept.readings[i];
      if (reading.isCurrent() && reading.telegram !== this.kept.telegramNumber()) {
        const start = out.mark();
        out.text(any ? "," : "");
        out.jsonString(this.kept.topicOf(i));
        any = true;
        if (!this.endsWell(out)) {
          out.reset(start); // The rest is seen in the list of readings.
          break;
        }
      }
    }
    out.text("]}\n\n");
  }

  /** Whether the event's end has room behind what is written. */
  private endsWell(out: Writer): boolean {
    const end = out.mark();
    out.text("]}\n\n");
    const fits = !out.full();
    if (fits) {
      out.reset(end);
    }
    return fits;
  }
}

/** A stream's bit in the readings that its client has not seen. */
function bitOf(index: range<0, 1>): u8 {
  return index === 0 ? 1 : 2;
}
