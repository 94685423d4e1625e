import { type u16, type u8, utf8 } from "ts2c";

class Line {
  readonly bytes = new Uint8Array(8);
  len: u16 = 0;
  lost: u16 = 0;

  add(c: u8): void {
    if (this.len < this.bytes.length) {
      this.bytes[this.len] = c;
      this.len++;
    } else if (this.lost < 65535) {
      this.lost++;
    }
  }
}

const line = new Line();
for (const byte of utf8("0123456789")) {
  line.add(byte);
}
console.log(line.len, line.lost);
for (const byte of line.bytes) {
  console.log(byte);
}
