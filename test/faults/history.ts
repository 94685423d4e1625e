/** The quarter hours that the device has to keep until the broker has acknowledged them. */

import { must } from "./judge.ts";
import { decimal, published, type Total } from "./meter.ts";

const QUARTER = 900;
/** How many may wait for an acknowledgement. */
const FLIGHTS = 4;

interface Quarter {
  readonly payload: string;
  acknowledged: boolean;
}

/** The ring as it has to be. */
export class History {
  /** How many fell out of the full ring, how many there were, and how many the broker acknowledged. */
  lost = 0;
  stored = 0;
  acknowledged = 0;
  readonly ring: Quarter[] = [];
  private capacity: number | null = null;
  private quarter = 0;
  /** What the broker has not acknowledged of this connection. */
  private readonly flights = new Map<number, Quarter>();

  /** A good telegram comes at `time` of the meter's clock; the ring's size is `quarters` when it is first needed. */
  take(time: number, totals: readonly Total[], quarters: number): void {
    const quarter = Math.floor(time / QUARTER);
    const before = this.quarter;
    if (quarter === before || quarter + 1 === before) {
      return;
    }
    this.quarter = quarter;
    if (before === 0 || quarter < before) {
      return;
    }
    this.capacity ??= quarters;
    if (this.capacity > 0) {
      this.store(quarter * QUARTER, totals);
    }
  }

  private store(time: number, totals: readonly Total[]): void {
    const values = totals.map(({ topic, value, time: own }) => {
      const dated = own === 0 ? "" : `,"${topic}_time":"${published(own)}"`;
      return `,"${topic}":${decimal(value)}${dated}`;
    });
    if (this.ring.length === this.capacity) {
      this.ring.shift();
      this.lost++;
      this.dropAcknowledged();
    }
    this.stored++;
    this.ring.push({ payload: `{"time":"${published(time)}"${values.join("")}}`, acknowledged: false });
  }

  /** The device sends one, to which the broker's driver gave the number. */
  sent(id: number, payload: string): void {
    // A clock that was set back may make two that are alike.
    const alike = this.ring.filter((one) => one.payload === payload);
    const inFlight = [...this.flights.values()];
    const quarter = alike.find((one) => !one.acknowledged && !inFlight.includes(one)) ?? alike[0];
    must(quarter !== undefined, () => `history: what is sent is none that waits: ${payload}`);
    must(!quarter.acknowledged, () => `history: what was acknowledged comes again: ${payload}`);
    must(!inFlight.includes(quarter), () => `history: it is sent twice on one connection: ${payload}`);
    must(this.ring.indexOf(quarter) < FLIGHTS, () => `history: it is sent before older ones: ${payload}`);
    this.flights.set(id, quarter);
    const waiting = [...this.flights.values()].filter((one) => this.ring.includes(one) && !one.acknowledged);
    must(waiting.length <= FLIGHTS, () => `history: ${waiting.length} wait for an acknowledgement`);
  }

  /** The broker's acknowledgement is about to come. */
  delivered(id: number): void {
    const quarter = this.flights.get(id);
    this.flights.delete(id);
    if (quarter !== undefined && this.ring.includes(quarter)) {
      quarter.acknowledged = true;
      this.acknowledged++;
    }
    this.dropAcknowledged();
  }

  /** What the broker has of the oldest takes no room. */
  private dropAcknowledged(): void {
    while (this.ring[0]?.acknowledged) {
      this.ring.shift();
    }
  }

  /** The connection is over. */
  disconnected(): void {
    this.flights.clear();
  }

  /** How many the broker has not acknowledged. */
  waiting(): number {
    return this.ring.filter(({ acknowledged }) => !acknowledged).length;
  }
}
