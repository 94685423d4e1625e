import { type Bytes, type u32, type u8 } from "ts2c";

/** A line is at most 2100 bytes; a longer one is counted and left out. */
class LineReader {
  readonly line = new Uint8Array(2100);
  used: u32 = 0;
  lines: u32 = 0;
  bytes: u32 = 0;
  tooLong: u32 = 0;
  overflowed: boolean = false;

  feed(chunk: Bytes): void {
    for (const byte of chunk) {
      this.take(byte);
    }
  }

  private take(byte: u8): void {
    if (byte === 10) {
      this.end();
    } else if (this.used < this.line.length) {
      this.line[this.used] = byte;
      this.used++;
    } else {
      this.overflowed = true;
    }
  }

  private end(): void {
    if (this.overflowed && this.tooLong < 4294967295) {
      this.tooLong++;
    } else if (this.lines < 4294967295 && this.bytes <= 4000000000) {
      this.lines++;
      this.bytes += this.line.subarray(0, this.used).length;
    }
    this.used = 0;
    this.overflowed = false;
  }
}

const reader = new LineReader();
const chunk = new Uint8Array(300);
chunk.fill(65);
for (let i = 0; i < 7; i++) {
  reader.feed(chunk);
}
console.log(reader.used, reader.overflowed);
chunk[0] = 10;
reader.feed(chunk);
console.log(reader.lines, reader.bytes, reader.used);
chunk[0] = 66;
for (let i = 0; i < 7; i++) {
  reader.feed(chunk);
}
chunk[299] = 10;
reader.feed(chunk);
console.log(reader.lines, reader.bytes, reader.used, reader.tooLong, reader.overflowed);
