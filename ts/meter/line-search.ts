/** Finds out how fast the meter speaks: while no telegram comes, one way after the other is tried, and what works is kept. */

import { Writer, u32, utf8, type range } from "ts2c";
import * as log from "#platform/log";
import * as serial from "#platform/serial";
import { type Frame } from "#platform/serial";
import { type Keeper } from "../settings/keeper.ts";
import { type Settings } from "../settings/settings.ts";
import { isSimulated } from "../simulator/simulated.ts";

/** How long each is tried, in milliseconds: a Swedish meter may take a minute to begin. */
const TRY_MS: u32 = 70000;

/** What is tried in turn: 0 is what the settings say, 1 what meters do since DSMR 4, 2 what they did before. */
type Try = range<0, 2>;
const TRIES = 3;

/** The serial port's speed and framing. */
export class LineSearch {
  private readonly settings: Settings;
  private readonly keeper: Keeper;
  private current: Try = 0;
  private since: u32 = 0;
  private readonly buffer: Uint8Array = new Uint8Array(160);
  private readonly out: Writer = new Writer(this.buffer);

  constructor(settings: Settings, keeper: Keeper) {
    this.settings = settings;
    this.keeper = keeper;
  }

  /** Opens the port as the settings say, at power-up and when they change. */
  start(now: u32): void {
    this.current = 0;
    this.since = now;
    this.open();
  }

  /** A good telegram came: this is how the meter speaks. */
  telegram(now: u32): void {
    this.since = now;
    if (this.current !== 0) {
      this.tell("The meter is read at ", ", which is kept.");
      this.settings.assign(utf8("serial_baud"), this.current === 1 ? utf8("115200") : utf8("9600"));
      this.settings.assign(utf8("serial_frame"), utf8(this.frame(this.current)));
      this.keeper.save();
      this.current = 0;
    }
  }

  /** Time has passed. */
  tick(now: u32): void {
    if (isSimulated(this.settings) || !this.settings.on("serial_search")) {
      this.since = now;
    } else if (u32(now - this.since) >= TRY_MS) {
      this.since = now;
      this.turn();
      this.open();
      this.tell("No telegram comes, so the meter is tried at ", ".");
    }
  }

  /** Goes on to the next way that is another one. */
  private turn(): void {
    const baud = this.baud(this.current);
    const frame = this.frame(this.current);
    for (let i = 0; i < TRIES; i++) {
      this.current = this.current === 2 ? 0 : this.current + 1;
      if (this.baud(this.current) !== baud || this.frame(this.current) !== frame) {
        return;
      }
    }
  }

  private open(): void {
    serial.start(this.baud(this.current), this.frame(this.current));
  }

  private baud(which: Try): range<0, 1000000> {
    switch (which) {
      case 0:
        return this.settings.number("serial_baud");
      case 1:
        return 115200;
      default:
        return 9600;
    }
  }

  private frame(which: Try): Frame {
    if (which === 0) {
      return this.settings.number("serial_frame") === 1 ? "7E1" : "8N1";
    }
    return which === 1 ? "8N1" : "7E1";
  }

  private tell(before: string, after: string): void {
    this.out.clear();
    this.out.text(before);
    this.out.int(this.baud(this.current));
    this.out.text(" baud, ");
    this.out.text(this.frame(this.current));
    this.out.text(after);
    log.write("info", this.out.view());
  }
}
