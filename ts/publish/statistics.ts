/** The device's own figures, on `<root>/sensor/…`. */

import { u32, type range } from "ts2c";
import * as system from "#platform/system";
import { type Counters } from "../p1/counters.ts";
import { type Settings } from "../settings/settings.ts";
import { type Connection } from "./connection.ts";
import { type Message } from "./message.ts";

/** What the device counts since start, beside what its {@link TelegramReader} counts; each goes round to 0 after 2^32 − 1. */
export class DeviceCounters {
  /** Telegrams written to the TX line. */
  sent: u32 = 0;
  /** Publications: each sends what was due at that time. */
  published: u32 = 0;
  /** Telegrams that the simulator made. */
  simulated: u32 = 0;
  /** Telegrams of the meter that were repeated on the second port. */
  repeated: u32 = 0;
  /** Quarter hours that fell out of the full history. */
  historyLost: u32 = 0;
}

/** A figure's place in the order in which they are sent. */
type Figure = range<0, 10>;

const CLIENT_ID = 0;
const MEM_FREE = 1;
const CPU_TEMP = 2;
const RX = 3;
const TX = 4;
const PUB = 5;
const ERR = 6;
const LINES_SKIPPED = 7;
const SIMULATED = 8;
const HISTORY_LOST = 9;
/** All figures are sent. */
const DONE = 10;

/** `system.temperature` says less than this where there is no sensor. */
const COLDEST = -273;

/** Publishes the figures, all at once or, when the broker takes no more, bit by bit. */
export class Statistics {
  private readonly settings: Settings;
  private readonly counters: DeviceCounters;
  private readonly telegrams: Counters;
  private readonly connection: Connection;
  private readonly message: Message;
  private next: Figure = DONE;
  private last: u32 = 0;

  constructor(
    settings: Settings,
    counters: DeviceCounters,
    telegrams: Counters,
    connection: Connection,
    message: Message,
  ) {
    this.settings = settings;
    this.counters = counters;
    this.telegrams = telegrams;
    this.connection = connection;
    this.message = message;
  }

  /** All figures are due now, as after a reconnect. */
  renew(now: u32): void {
    this.last = now;
    this.next = CLIENT_ID;
  }

  /** Sends what is due. False when the broker takes nothing now. */
  tick(now: u32): boolean {
    const interval = u32.clamp(this.settings.number("interval_statistics") * 1000);
    if (this.next === DONE && u32(now - this.last) >= interval) {
      this.renew(now);
    }
    while (this.next < DONE) {
      const figure = this.next;
      if (this.write(figure) && !this.message.send()) {
        return false;
      }
      this.next = figure + 1;
    }
    return true;
  }

  /** Writes the message for a figure. False when this device has no such figure. */
  private write(figure: Figure): boolean {
    const message = this.message;
    message.begin();
    message.topic.text("sensor/");
    switch (figure) {
      case CLIENT_ID:
        message.topic.text("client_id");
        message.payload.bytes(this.connection.clientId());
        return true;
      case MEM_FREE:
        return this.number("mem_free", system.freeMemory());
      case CPU_TEMP:
        return this.temperature();
      case RX:
        return this.number("telegrams_rx", this.telegrams.telegrams);
      case TX:
        return this.number("telegrams_tx", this.counters.sent);
      case PUB:
        return this.number("telegrams_pub", this.counters.published);
      case ERR:
        return this.number("telegrams_err", this.telegrams.failures());
      case LINES_SKIPPED:
        return this.number("lines_skipped", this.telegrams.skippedLines);
      case SIMULATED:
        return this.settings.on("simulator") && this.number("telegrams_simulated", this.counters.simulated);
      case HISTORY_LOST:
        return this.number("history_lost", this.counters.historyLost);
      default:
        return false;
    }
  }

  private number(name: string, value: u32): boolean {
    this.message.topic.text(name);
    this.message.payload.int(value);
    return true;
  }

  private temperature(): boolean {
    const degrees = system.temperature();
    if (degrees < COLDEST) {
      return false;
    }
    this.message.topic.text("cpu_temp");
    this.message.payload.int(degrees);
    return true;
  }
}
