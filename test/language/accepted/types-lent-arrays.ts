import { type FixedArray, array, type range, type u16, type u8 } from "ts2c";

/** Arrays that lie elsewhere: a class and a record that were given one share it with its owner. */
class Latest {
  private readonly items: FixedArray<u16, 4>;
  private at: range<0, 3> = 0;

  constructor(items: FixedArray<u16, 4>) {
    this.items = items;
  }

  add(item: u16): void {
    this.items[this.at] = item;
    this.at = (this.at + 1) & 3;
  }

  sum(): u16 {
    let sum: u16 = 0;
    for (const item of this.items) {
      sum = (sum + item) & 0xffff;
    }
    return sum;
  }
}

interface Row {
  readonly cells: FixedArray<u16, 4>;
  readonly from: u8;
}

const cells: FixedArray<u16, 4> = array(4, 1);
const one = new Latest(cells);
const two = new Latest(cells);

function last(row: Row): u16 {
  return row.cells[3] + row.from > 65000 ? 0 : row.cells[row.from & 3];
}

function show(): void {
  const row: Row = { cells: cells, from: 2 };
  one.add(500);
  two.add(60000);
  two.add(7);
  two.add(8);
  console.log(one.sum(), two.sum(), cells[0], cells[1], last(row), row.cells.length);
}

show();
