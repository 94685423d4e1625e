// TS2C0001 at 5:15
// TS2C0601 at 9:28
import { type u8 } from "ts2c";
class Cell {
  constructor(public level: u8) {}
}

const cell = new Cell(3);
console.log("cell", 1 + 1, cell.level);
