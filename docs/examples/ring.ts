import { array, type FixedArray, type u8 } from "ts2c";

/** The last sixteen values, of which ts2c can't know yet that `i` is one. */
export class Ring {
  private readonly items: FixedArray<u8, 16> = array(16, 0);

  at(i: u8): u8 {
    return this.items[i];
  }
}
