import { u32, type range } from "ts2c";

/** Publications that are at least a while apart. */
export class Pace {
  private began: u32 = 0;
  /** Whether {@link began} counts: there was a publication since the last {@link reset}. */
  private hasBegun: boolean = false;

  /** The next publication may begin at once. */
  reset(): void {
    this.hasBegun = false;
  }

  /** Whether the last publication began at least so many seconds ago. */
  isTime(now: u32, seconds: range<0, 1000000>): boolean {
    return !this.hasBegun || u32(now - this.began) >= seconds * 1000;
  }

  /** A publication begins. */
  begin(now: u32): void {
    this.hasBegun = true;
    this.began = now;
  }
}
