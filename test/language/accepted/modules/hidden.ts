import { type u8 } from "ts2c";

/** A class of this module alone, whose instances others reach. */
class Part {
  private value: u8 = 3;

  set(value: u8): void {
    this.value = value;
  }

  twice(): u8 {
    return (this.value * 2) & 0xff;
  }
}

export class Whole {
  readonly left: Part = new Part();
  readonly right: Part = new Part();
}
