/** A push button: debounced, with click, double click and long press, on a millisecond clock that wraps. */
import { u32, type u16 } from "ts2c";

type Event = "none" | "click" | "double" | "long";
type State = "up" | "down" | "held" | "waiting" | "again";

const DEBOUNCE = 20;
const LONG = 800;
const DOUBLE = 250;

export class Button {
  private state: State = "up";
  /** What the pin said last, and since when. */
  private pin = false;
  private pinSince: u32 = 0;
  private pressed = false;
  private since: u32 = 0;

  /** Called often, with the pin's level and the clock. */
  update(level: boolean, now: u32): Event {
    if (level !== this.pin) {
      this.pin = level;
      this.pinSince = now;
    }
    if (this.pin !== this.pressed && u32(now - this.pinSince) >= DEBOUNCE) {
      this.pressed = this.pin;
      return this.changed(now);
    }
    return this.elapsed(now);
  }

  private enter(state: State, now: u32) {
    this.state = state;
    this.since = now;
  }

  private changed(now: u32): Event {
    switch (this.state) {
      case "up":
        this.enter("down", now);
        return "none";
      case "down":
        this.enter("waiting", now);
        return "none";
      case "waiting":
        this.enter("again", now);
        return "double";
      case "held":
      case "again":
        this.enter("up", now);
        return "none";
    }
  }

  private elapsed(now: u32): Event {
    if (this.state === "down" && u32(now - this.since) >= LONG) {
      this.enter("held", now);
      return "long";
    }
    if (this.state === "waiting" && u32(now - this.since) >= DOUBLE) {
      this.enter("up", now);
      return "click";
    }
    return "none";
  }
}

const button = new Button();
// 500 ms before the clock wraps.
class Clock {
  now: u32 = 2 ** 32 - 500;
}

const clock = new Clock();

function hold(level: boolean, milliseconds: u16) {
  for (let i = 0; i < milliseconds; i += 5) {
    const event = button.update(level, clock.now);
    if (event !== "none") {
      console.log(event, clock.now);
    }
    clock.now = u32(clock.now + 5);
  }
}

// A click with bounces.
hold(true, 5);
hold(false, 5);
hold(true, 100);
hold(false, 5);
hold(true, 5);
hold(false, 400);
// A double click.
hold(true, 60);
hold(false, 100);
hold(true, 60);
hold(false, 500);
// A long press.
hold(true, 1000);
hold(false, 500);
// A glitch.
hold(true, 15);
hold(false, 500);
