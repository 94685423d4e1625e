import { type u8 } from "ts2c";

class Count {
  n: u8 = 0;

  next(): u8 | null {
    this.n = (this.n + 1) & 7;
    return this.n === 1 ? null : this.n;
  }
}

const TABLE: readonly u8[] = [1, 2];

function ofACall(count: Count): boolean {
  return count.next() === null;
}

function ofAnInstance(count: Count | null): boolean {
  return count !== null && (count === null || count.n < 8);
}

function ofATable(): boolean {
  return TABLE.length === 0;
}

function ofMemory(memory: Uint8Array): boolean {
  return memory.length > 0;
}

const count = new Count();
const memory = new Uint8Array(2);
console.log(ofACall(count), count.n, ofAnInstance(count), ofAnInstance(null), ofATable(), ofMemory(memory));
console.log(ofACall(count), count.n);
