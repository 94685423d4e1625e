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
const bytes = new Uint8Array(16);
const line = new Line(bytes);

class Port {
  private readonly bytes = new Uint8Array(8);
  private readonly line: Line = new Line(this.bytes);

  room(): u32 {
    return this.line.room();
  }
}
const port = new Port();
console.log(line.room(), port.room());
