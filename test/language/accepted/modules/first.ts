import { type u8 } from "ts2c";

export class Shared {
  count: u8 = 1;

  next(): u8 {
    this.count = this.count > 200 ? 0 : this.count + 1;
    return this.count;
  }
}

export const shared = new Shared();
export const LIMIT: u8 = 40;
