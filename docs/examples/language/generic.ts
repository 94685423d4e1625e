import { array, type FixedArray, type range, type u16 } from "ts2c";

/** The last four of whatever it is. */
class Latest<T> {
  private readonly items: FixedArray<T, 4>;
  private at: range<0, 3> = 0;

  constructor(items: FixedArray<T, 4>) {
    this.items = items;
  }

  add(item: T): void {
    this.items[this.at] = item;
    this.at = (this.at + 1) & 3;
  }
}

const levels: FixedArray<u16, 4> = array(4, 0);
const latest = new Latest<u16>(levels);

export function take(level: u16): void {
  latest.add(level);
}
