/** The device's own figures, on `<root>/sensor/…`. */

import { u32, type Writer, type int, type range } from "ts2c";
import * as network from "#platform/network";
import * as serial from "#platform/serial";
import * as system from "#platform/system";
import { type Counts } from "../counts.ts";
import { type Network } from "../network/network.ts";
import { type Settings } from "../settings/settings.ts";
import { isSimulated } from "../simulator/simulated.ts";
import { type Note } from "../update/note.ts";
import { type Trial } from "../update/trial.ts";
import { type Connection } from "./connection.ts";
import { FIGURES, FIGURE_COUNT, type FigureIndex, type FigureName } from "./figures.ts";
import { type Message } from "./message.ts";

/** `system.temperature` says less than this where there is no sensor. */
const COLDEST = -273;

/** Publishes the figures, all at once or, when the broker takes no more, bit by bit. */
export class Statistics {
  readonly settings: Settings;
  readonly counts: Counts;
  private readonly connection: Connection;
  private readonly trial: Trial;
  private readonly message: Message;
  private readonly network: Network;
  private readonly note: Note;
  /** The place of the next figure to be sent; their number when all are sent. */
  private next: range<0, typeof FIGURE_COUNT> = FIGURE_COUNT;
  private last: u32 = 0;
  /** Seconds since start, and how far the clock was when they were counted: it goes round long before they do. */
  private uptime: u32 = 0;
  private countedAt: u32 = 0;

  constructor(
    settings: Settings,
    counts: Counts,
    connection: Connection,
    trial: Trial,
    message: Message,
    ownNetwork: Network,
  ) {
    this.settings = settings;
    this.counts = counts;
    this.connection = connection;
    this.trial = trial;
    this.message = message;
    this.network = ownNetwork;
    this.note = trial.note;
  }

  /** The device starts. */
  start(now: u32): void {
    this.countedAt = now;
  }

  /** Counts the time. */
  pass(now: u32): void {
    const seconds = Math.trunc(u32(now - this.countedAt) / 1000);
    this.countedAt = u32(this.countedAt + seconds * 1000);
    this.uptime = u32(this.uptime + seconds);
  }

  /** Seconds since the start. */
  seconds(): u32 {
    return this.uptime;
  }

  /** All figures are due now, as after a reconnect. */
  renew(now: u32): void {
    this.last = now;
    this.next = 0;
  }

  /** Sends what is due. False when the broker takes nothing now. */
  tick(now: u32): boolean {
    const interval = u32.clamp(this.settings.number("interval_statistics") * 1000);
    if (this.next === FIGURE_COUNT && u32(now - this.last) >= interval) {
      this.renew(now);
    }
    while (this.next < FIGURE_COUNT) {
      const figure = this.next;
      if (this.has(figure)) {
        this.write(figure, now);
        if (!this.message.send()) {
          return false;
        }
      }
      this.next = figure + 1;
    }
    return true;
  }

  /** Whether this device has such a figure, as of now. */
  has(figure: FigureIndex): boolean {
    switch (FIGURES[figure].name) {
      case "cpu_temp":
        return system.temperature() >= COLDEST;
      case "wifi_signal":
        return network.kind() === "wifi" && network.signal() < 0;
      case "telegrams_repeated":
        return this.settings.number("splitter") !== 0;
      case "meter_clock_ahead":
        return this.counts.meterTime.isKnown();
      case "telegram_age":
        return this.counts.presence.wasThere();
      case "telegrams_simulated":
        return isSimulated(this.settings);
      case "firmware_rolled_back":
        return this.trial.rolledBack().length > 0;
      default:
        return true;
    }
  }

  /** Writes the message for a figure. */
  private write(figure: FigureIndex, now: u32): void {
    const name = FIGURES[figure].name;
    this.message.begin();
    this.message.topic.text("sensor/");
    this.message.topic.text(name);
    this.writeValue(this.message.payload, name, now);
  }

  /** Writes what a figure says now. */
  writeValue(out: Writer, name: FigureName, now: u32): void {
    switch (name) {
      case "client_id":
        out.bytes(this.connection.clientId());
        break;
      case "start_reason":
        out.text(system.startReason());
        break;
      case "firmware_version":
        out.bytes(this.trial.version());
        break;
      case "firmware_rolled_back":
        out.bytes(this.trial.rolledBack());
        break;
      default:
        out.int(this.value(name, now));
        break;
    }
  }

  private value(name: FigureName, now: u32): int {
    switch (name) {
      case "uptime":
        return this.uptime;
      case "mem_free":
        return system.freeMemory();
      case "mem_free_least":
        return system.leastFreeMemory();
      case "cpu_temp":
        return system.temperature();
      case "wifi_signal":
        return network.signal();
      case "network_resets":
        return this.network.resets;
      case "network_restarts":
        return this.note.networkRestarts;
      case "meter_clock_ahead":
        return this.counts.meterTime.secondsAhead();
      case "telegram_age":
        return Math.trunc(this.counts.presence.age(now) / 1000);
      case "telegrams_rx":
        return this.counts.telegrams.telegrams;
      case "telegrams_tx":
        return this.counts.counters.sent;
      case "telegrams_simulated":
        return this.counts.counters.simulated;
      case "telegrams_repeated":
        return this.counts.counters.repeated;
      case "telegrams_pub":
        return this.counts.counters.published;
      case "totals_held_back":
        return this.counts.guard.heldBack;
      case "meter_silences":
        return this.counts.presence.silences;
      case "history_lost":
        return this.counts.counters.historyLost;
      default:
        return this.failures(name);
    }
  }

  /** What went wrong with telegrams, by its cause. */
  private failures(name: FigureName): u32 {
    switch (name) {
      case "telegrams_err":
        return this.counts.telegrams.failures();
      case "err_crc":
        return this.counts.telegrams.crc;
      case "err_no_crc":
        return this.counts.telegrams.noCrc;
      case "err_too_long":
        return this.counts.telegrams.tooLong;
      case "err_timeout":
        return this.counts.telegrams.truncated;
      case "err_encrypted":
        return this.counts.telegrams.encrypted;
      case "err_decryption":
        return this.counts.telegrams.decryption;
      case "tags_wrong":
        return this.counts.telegrams.wrongTags;
      case "err_framing":
        return serial.lineErrors("framing");
      case "err_parity":
        return serial.lineErrors("parity");
      case "err_overflow":
        return serial.lineErrors("overflow");
      case "err_noise":
        return this.counts.telegrams.noise;
      default:
        return this.counts.telegrams.skippedLines;
    }
  }
}
