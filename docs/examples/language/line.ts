import { type Bytes, type u32, type u8 } from "ts2c";

/** Collects a line. */
export class Line {
  private readonly bytes: Uint8Array = new Uint8Array(80);
  private used: u32 = 0;

  /** Whether the byte had room. */
  push(byte: u8): boolean {
    if (this.used < this.bytes.length) {
      this.bytes[this.used] = byte;
      this.used++;
      return true;
    }
    return false;
  }

  text(): Bytes {
    return this.bytes.subarray(0, this.used);
  }
}
