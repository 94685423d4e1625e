// TS2C0208 at 19:10
// TS2C0208 at 23:10
// TS2C0208 at 27:10
// TS2C0208 at 31:10
import { type u8 } from "ts2c";

class Count {
  n: u8 = 0;

  next(): u8 {
    this.n = (this.n + 1) & 7;
    return this.n;
  }
}

const TABLE: readonly u8[] = [1, 2];

function ofACall(count: Count): boolean {
  return count.next() === null;
}

function ofAnInstance(count: Count): boolean {
  return count !== null;
}

function ofATable(): boolean {
  return TABLE === null;
}

function ofMemory(memory: Uint8Array): boolean {
  return null !== memory;
}

const count = new Count();
const memory = new Uint8Array(2);
console.log(ofACall(count), count.n, ofAnInstance(count), ofATable(), ofMemory(memory));
