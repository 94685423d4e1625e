import { type u8 } from "ts2c";

class Cell {
  level: u8;

  constructor(level: u8) {
    this.level = level;
  }
}

const cell = new Cell(3);
console.log("cell", 1 + 1, cell.level);
