import { u32 } from "ts2c";

/** A clock that wraps after 49 days. */
type Milliseconds = u32;

class Silence {
  since: Milliseconds = 0;

  heard(now: Milliseconds): void {
    this.since = now;
  }

  isLong(now: Milliseconds): boolean {
    return u32(now - this.since) >= 200;
  }
}

const silence = new Silence();
silence.heard(4294967200);
console.log(silence.isLong(4294967295), silence.isLong(0), silence.isLong(103), silence.isLong(104));
silence.heard(5);
console.log(silence.isLong(204), silence.isLong(205), silence.isLong(4));
