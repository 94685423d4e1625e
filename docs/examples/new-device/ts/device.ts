import { type range, type u16 } from "ts2c";
import * as lamp from "#platform/lamp";

/** How long the lamp stays on after a press, in milliseconds. */
const ON_MS = 180_000;

/** A stair light: a press switches it on, and goes on from there with every further one. */
class StairLight {
  private left: range<0, 180_000> = 0;
  private wasDown = false;

  tick(isDown: boolean, elapsed: u16): void {
    const pressed = isDown && !this.wasDown;
    this.wasDown = isDown;
    if (pressed) {
      this.left = ON_MS;
      lamp.set(true);
    } else if (this.left > 0) {
      this.left = this.left > elapsed ? this.left - elapsed : 0;
      if (this.left === 0) {
        lamp.set(false);
      }
    }
  }
}

const light: StairLight = new StairLight();

/** Called often by the platform: whether the button is down, and how many milliseconds passed since the last call. */
export function tick(isDown: boolean, elapsed: u16): void {
  light.tick(isDown, elapsed);
}
