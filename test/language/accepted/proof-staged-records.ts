import { type FixedArray, array, type range, type u16, type u32 } from "ts2c";

interface Reading {
  readonly code: u16;
  readonly value: u32;
}

/** Readings wait here until the telegram is known to be right. */
class Staged {
  readonly table: FixedArray<Reading, 4> = array(4, { code: 0, value: 0 });
  count: range<0, 4> = 0;
  dropped: u16 = 0;

  add(reading: Reading): void {
    if (this.count < this.table.length) {
      this.table[this.count] = reading;
      this.count++;
    } else if (this.dropped < 65535) {
      this.dropped++;
    }
  }

  print(): void {
    for (let i = 0; i < this.count; i++) {
      const reading = this.table[i];
      console.log(i, reading.code, reading.value);
    }
  }

  commit(): void {
    this.print();
    this.count = 0;
  }
}

const staged = new Staged();
const codes: readonly u16[] = [180, 181, 170, 280, 270, 999];
for (const code of codes) {
  staged.add({ code, value: code * 1000 });
}
console.log(staged.count, staged.dropped);
staged.commit();
staged.add({ value: 4294967295, code: 7 });
staged.commit();
