import type * as declared from "../../../ts/platform/clock.ts";

/** An action that waits for its time. */
interface Timer {
  readonly due: number;
  readonly action: () => void;
}

const timers = new Set<Timer>();

/** Milliseconds and the time of day of a clock that is moved by hand; null while the computer's own clock runs. */
let driven: { now: number; readonly utcAtZero: number } | null = null;

export const millis: typeof declared.millis = () => Math.floor(driven?.now ?? performance.now()) >>> 0;

export const utc: typeof declared.utc = () => Math.floor(host.date().getTime() / 1000);

/** The computer's own clock is right; one that is moved by hand may be told. */
export const assume: typeof declared.assume = (now) => host.setDate(now * 1000);

/** The computer's clock is right without a server, and its log is in the computer's own zone. */
export const synchronise: typeof declared.synchronise = () => undefined;

/** For the desk, whose drivers wait by this clock, so that whoever moves it moves all of them. */
export const host = {
  /** From now on time stands still until {@link advance} moves it. It starts at `utcMillis` since 1970. */
  drive(utcMillis: number): void {
    driven = { now: 0, utcAtZero: utcMillis };
  },

  /** The time of day is another from now on, as when a server corrects it; the milliseconds go on as before. */
  setDate(utcMillis: number): void {
    if (driven !== null) {
      driven = { now: driven.now, utcAtZero: utcMillis - driven.now };
    }
  },

  /** Milliseconds that have passed on this clock; only differences mean anything. */
  now(): number {
    return driven?.now ?? performance.now();
  },

  /** What this clock takes for the time of day. */
  date(): Date {
    return new Date(driven === null ? Date.now() : driven.utcAtZero + driven.now);
  },

  /** Runs `action` once, `milliseconds` from now. The function that is returned takes it back. */
  after(milliseconds: number, action: () => void): () => void {
    if (driven === null) {
      const timeout = setTimeout(action, milliseconds);
      return () => clearTimeout(timeout);
    }
    const timer: Timer = { due: driven.now + milliseconds, action };
    timers.add(timer);
    return () => timers.delete(timer);
  },

  /** Moves a driven clock on, from one timer to the next; `settle` lets the rest of the program follow after each. */
  async advance(milliseconds: number, settle: () => Promise<void>): Promise<void> {
    const clock = driven;
    if (clock === null) {
      throw new Error("Only a driven clock can be moved.");
    }
    const end = clock.now + milliseconds;
    for (let next = earliest(); next !== null && next.due <= end; next = earliest()) {
      clock.now = Math.max(clock.now, next.due);
      timers.delete(next);
      next.action();
      await settle();
    }
    clock.now = end;
  },
};

function earliest(): Timer | null {
  let first: Timer | null = null;
  for (const timer of timers) {
    if (first === null || timer.due < first.due) {
      first = timer;
    }
  }
  return first;
}
