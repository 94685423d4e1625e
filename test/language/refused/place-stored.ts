// TS2C0402 at 3:3
class Line {
  bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

const bytes = new Uint8Array(2);
const line = new Line(bytes);
console.log(line.bytes.length);
