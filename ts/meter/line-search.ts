/** Finds out how the meter speaks: while no telegram comes, one way after the other is tried, and what works is kept. */

import { Writer, u32, utf8, type range } from "ts2c";
import * as log from "#platform/log";
import * as serial from "#platform/serial";
import { type Frame } from "#platform/serial";
import { type Keeper } from "../settings/keeper.ts";
import { type Settings } from "../settings/settings.ts";
import { isSimulated } from "../simulator/simulated.ts";

/** How long each is tried, in milliseconds: a Swedish meter may take a minute to begin. */
const TRY_MS: u32 = 70000;

/**
 * What is tried in turn: 0 is what the settings say; then come 115200 8N1, as meters speak since DSMR 4, and 9600 7E1, as they
 * did before. On a board that is wired for both cables that is done with either of them: at first without asking for data,
 * which does no harm when the wire that asks is the meter's data; the pull-ups alone may do as a request.
 */
type Try = range<0, 8>;
const TRIES_OF_ONE = 3;
const TRIES_OF_BOTH = 9;

/** The choices of the setting `serial_cable` by their place. */
const CROSS = 1;
const BOTH = 2;
const BOTH_CROSS = 4;

/** The serial port's speed, framing and cable. */
export class LineSearch {
  private readonly settings: Settings;
  private readonly keeper: Keeper;
  private current: Try = 0;
  private since: u32 = 0;
  private readonly buffer: Uint8Array = new Uint8Array(192);
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
    const found = this.current;
    if (found === 0 && this.asks(0)) {
      return;
    }
    this.tell("The meter is read at ", ", which is kept.");
    if (found !== 0 && this.settings.on("serial_search")) {
      this.settings.assign(utf8("serial_baud"), isFast(found) ? utf8("115200") : utf8("9600"));
      this.settings.assign(utf8("serial_frame"), utf8(this.frame(found)));
    }
    if (this.isForBoth()) {
      const cable = this.isCrossed(found) ? utf8("both-cross") : utf8("both-straight");
      this.settings.assign(utf8("serial_cable"), cable);
    }
    this.current = 0;
    serial.dataRequest(true);
    this.keeper.save();
  }

  /** Time has passed. */
  tick(now: u32): void {
    const searches = this.settings.on("serial_search") || this.isForBoth();
    if (isSimulated(this.settings) || !searches) {
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
    const before = this.current;
    const tries = this.isForBoth() ? TRIES_OF_BOTH : TRIES_OF_ONE;
    for (let i = 0; i < tries; i++) {
      const next = this.current + 1;
      this.current = next < tries ? Math.min(next, TRIES_OF_BOTH - 1) : 0;
      if (this.differ(before, this.current)) {
        return;
      }
    }
  }

  private differ(one: Try, other: Try): boolean {
    return (
      this.baud(one) !== this.baud(other) ||
      this.frame(one) !== this.frame(other) ||
      this.isCrossed(one) !== this.isCrossed(other) ||
      this.asks(one) !== this.asks(other)
    );
  }

  private open(): void {
    serial.start(this.baud(this.current), this.frame(this.current), this.isCrossed(this.current));
    if (this.asks(this.current)) {
      serial.dataRequest(true);
    }
  }

  /** Whether the board is wired for both cables. */
  private isForBoth(): boolean {
    return this.settings.number("serial_cable") >= BOTH;
  }

  private baud(which: Try): range<0, 1000000> {
    if (which === 0 || !this.settings.on("serial_search")) {
      return this.settings.number("serial_baud");
    }
    return isFast(which) ? 115200 : 9600;
  }

  private frame(which: Try): Frame {
    if (which === 0 || !this.settings.on("serial_search")) {
      return this.settings.number("serial_frame") === 1 ? "7E1" : "8N1";
    }
    return isFast(which) ? "8N1" : "7E1";
  }

  /** Whether RX and data request are exchanged. */
  private isCrossed(which: Try): boolean {
    const cable = this.settings.number("serial_cable");
    if (which === 0 || cable < BOTH) {
      return cable === CROSS || cable === BOTH_CROSS;
    }
    return which === 3 || which === 4 || which >= 7;
  }

  /** Whether the request line is driven; not before the cable is known, or all was tried without. */
  private asks(which: Try): boolean {
    const cable = this.settings.number("serial_cable");
    return which === 0 ? cable !== BOTH : cable < BOTH || which >= 5;
  }

  private tell(before: string, after: string): void {
    this.out.clear();
    this.out.text(before);
    this.out.int(this.baud(this.current));
    this.out.text(" baud, ");
    this.out.text(this.frame(this.current));
    if (this.isForBoth()) {
      this.out.text(this.isCrossed(this.current) ? ", by a cross cable" : ", by a straight cable");
      this.out.text(this.asks(this.current) ? "" : ", without asking");
    }
    this.out.text(after);
    log.write("info", this.out.view());
  }
}

function isFast(which: Try): boolean {
  return which % 2 === 1;
}
