/** When readings are published: not more often than the settings say, and not later. */

import { must } from "./judge.ts";

/** Home Assistant gets all states again so long after it was told of entities. */
const SETTLED_MS = 5000;

/** What was published of a reading on this connection, and since when it is another one. */
interface Published {
  payload: string | null;
  at: number;
  /** Since when the newest reading is not what was published; Infinity while it is. */
  staleSince: number;
}

/** What is known of one connection. */
export class Pace {
  private readonly topics = new Map<string, Published>();
  /** Nothing stood in the way since then; and nothing made everything due anew. */
  private clearSince = Infinity;
  private looseUntil = 0;

  /** A connection begins or ends. */
  connection(connected: boolean, now: number, shown: ReadonlyMap<string, string>): void {
    this.topics.clear();
    this.note(shown, now);
    this.clearSince = connected ? now : Infinity;
    this.looseUntil = now;
  }

  /** Something stood in the way, or the settings are others. */
  disturb(now: number): void {
    this.clearSince = this.clearSince === Infinity ? Infinity : now;
    this.looseUntil = Math.max(this.looseUntil, now);
  }

  /** Everything is sent anew: `later` when Home Assistant has had time to listen. */
  renew(now: number, later: boolean): void {
    this.looseUntil = Math.max(this.looseUntil, now + (later ? SETTLED_MS : 0));
  }

  private of(topic: string): Published {
    let known = this.topics.get(topic);
    if (known === undefined) {
      known = { payload: null, at: -Infinity, staleSince: Infinity };
      this.topics.set(topic, known);
    }
    return known;
  }

  /** The device published a reading, whose pace is `seconds`; `tick` is how exactly that can be seen. */
  published(topic: string, payload: string, now: number, seconds: number, tick: number): void {
    const known = this.of(topic);
    const since = now - known.at;
    must(
      since >= seconds * 1000 || known.at <= this.looseUntil + tick,
      () => `pace: ${topic} is published after ${since} ms, and interval is ${seconds} s`,
    );
    known.payload = payload;
    known.at = now;
    known.staleSince = Infinity;
  }

  /** The newest readings are these. */
  note(shown: ReadonlyMap<string, string>, now: number): void {
    for (const [topic, payload] of shown) {
      const known = this.of(topic);
      if (known.payload === payload) {
        known.staleSince = Infinity;
      } else if (known.staleSince === Infinity) {
        known.staleSince = now;
      }
    }
  }

  /** The device has had its tick: whatever changed longer ago than its pace has been published. */
  look(now: number, paceOf: (topic: string) => number, tick: number): void {
    for (const [topic, { staleSince }] of this.topics) {
      if (staleSince !== Infinity) {
        const late = now - Math.max(staleSince, this.clearSince) - paceOf(topic) * 1000;
        must(late <= 2 * tick, () => `pace: ${topic} changed and was not published for ${late} ms too long`);
      }
    }
  }
}
