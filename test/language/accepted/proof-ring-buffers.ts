import { type FixedArray, array, type range, type u8, u32 } from "ts2c";

/** Positions run on and are masked where they are used. */
class MaskRing {
  readonly items: FixedArray<u8, 16> = array(16, 0);
  head: u32 = 0;
  tail: u32 = 0;

  push(item: u8): boolean {
    if (u32(this.head - this.tail) >= 16) {
      return false;
    }
    this.items[this.head & 15] = item;
    this.head = u32(this.head + 1);
    return true;
  }

  pop(): u8 | null {
    if (this.head === this.tail) {
      return null;
    }
    const item = this.items[this.tail & 15];
    this.tail = u32(this.tail + 1);
    return item;
  }
}

/** Positions stay inside by the remainder. */
class ModuloRing {
  readonly items: FixedArray<u8, 10> = array(10, 0);
  first: range<0, 9> = 0;
  count: range<0, 10> = 0;

  push(item: u8): boolean {
    if (this.count >= this.items.length) {
      return false;
    }
    this.items[(this.first + this.count) % this.items.length] = item;
    this.count++;
    return true;
  }

  pop(): u8 | null {
    if (this.count === 0) {
      return null;
    }
    const item = this.items[this.first];
    this.first = (this.first + 1) % 10;
    this.count--;
    return item;
  }
}

const mask = new MaskRing();
const modulo = new ModuloRing();
mask.head = 4294967290;
mask.tail = 4294967290;
function exercise(): void {
  let refused = 0;
  for (let i = 0; i < 40; i++) {
    const lost = (mask.push(i) ? 0 : 1) + (modulo.push(i) ? 0 : 100);
    refused = (refused + lost) & 4095;
    if (i % 3 === 0) {
      const a = mask.pop();
      const b = modulo.pop();
      console.log(i, a === null ? -1 : a, b === null ? -1 : b);
    }
  }
  console.log(refused, mask.head, mask.tail, modulo.first, modulo.count);
}
exercise();
