class Line {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

const bytes = new Uint8Array(2);
const line = new Line(bytes);
console.log(line.bytes.length, line.bytes[1] ?? 9);
