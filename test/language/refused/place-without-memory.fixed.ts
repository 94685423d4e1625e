import { array, type FixedArray, type u8 } from "ts2c";

class Line {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

class Cell {
  level: u8 = 1;
}

class Row {
  readonly cell: Cell;

  constructor(cell: Cell) {
    this.cell = cell;
  }
}

class Level {
  level: u8 = 2;
}

const memory = new Uint8Array(4);
const cell = new Cell();
const nothing: Cell | null = null;

function levelOf(given: Cell | null): u8 {
  return given === null ? 0 : given.level;
}

const level: Level = new Level();
const line = new Line(memory);
const row = new Row(cell);
const rows: FixedArray<u8, 2> = array(2, 1);
console.log(levelOf(nothing), levelOf(cell), line.bytes.length, row.cell.level, level.level, rows[1]);
