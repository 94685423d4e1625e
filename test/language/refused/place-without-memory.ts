// TS2C0402 at 14:5
// TS2C0402 at 26:5
// TS2C0402 at 32:7
// TS2C0402 at 33:7
// TS2C0402 at 34:7
// TS2C0402 at 35:7
// TS2C0203 at 47:22
// TS2C0210 at 51:38
import { array, type FixedArray, type u8 } from "ts2c";

class Line {
  readonly bytes: Uint8Array = new Uint8Array(8);
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

class Cell {
  level: u8 = 1;
}

class Row {
  readonly cell: Cell = new Cell();

  constructor(cell: Cell) {
    this.cell = cell;
  }
}

const memory = new Uint8Array(4);
const cell = new Cell();
const part: Uint8Array = memory.subarray(1);
const same: Cell = cell;
const maybe: Cell | null = cell;
const held: Held = { memory, length: 4 };

interface Held {
  readonly memory: Uint8Array;
  readonly length: u8;
}

class Level {
  level: u8 = 2;
}

/** tsc takes what has the same fields. */
const level: Level = new Cell();
const line = new Line(memory);
const row = new Row(cell);
const rows: FixedArray<u8, 2> = array(2, 1);
console.log(part.length, same.level, maybe.level, held.length, line.bytes.length, row.cell.level, level.level, rows[1]);
