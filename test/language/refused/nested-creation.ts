// TS2C0401 at 15:23
// TS2C0401 at 18:42
import { type u32 } from "ts2c";

class Line {
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  room(): u32 {
    return this.bytes.length;
  }
}
const line = new Line(new Uint8Array(16));

class Port {
  private readonly line: Line = new Line(new Uint8Array(8));

  room(): u32 {
    return this.line.room();
  }
}
const port = new Port();
console.log(line.room(), port.room());
