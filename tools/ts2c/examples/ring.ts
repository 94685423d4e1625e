/** A ring buffer of bytes: a serial port's receiver writes, a task reads. */
import { u32, utf8, type Bytes, type int, type range, type u8 } from "ts2c";

const CAPACITY = 16;

export class RingBuffer {
  private readonly bytes = new Uint8Array(CAPACITY);
  private head: range<0, 15> = 0;
  private count: range<0, 16> = 0;
  /** How many bytes found no place. */
  lost: u32 = 0;

  push(byte: u8): boolean {
    if (this.count === this.bytes.length) {
      this.lost = u32(this.lost + 1);
      return false;
    }
    this.bytes[(this.head + this.count) % this.bytes.length] = byte;
    this.count++;
    return true;
  }

  /** The oldest byte, or −1. */
  pop(): int {
    if (this.count === 0) {
      return -1;
    }
    const byte = this.bytes[this.head];
    this.head = (this.head + 1) % this.bytes.length;
    this.count--;
    return byte;
  }

  length(): int {
    return this.count;
  }

  /** Writes as many as fit, in at most two copies. */
  write(source: Bytes): int {
    const n = Math.min(source.length, this.bytes.length - this.count);
    const tail = (this.head + this.count) % this.bytes.length;
    const first = Math.min(n, this.bytes.length - tail);
    this.bytes.set(source.subarray(0, first), tail);
    this.bytes.set(source.subarray(first, n), 0);
    this.count += n;
    this.lost = u32(this.lost + source.length - n);
    return n;
  }

  /** Reads as many as there are or fit. */
  read(target: Uint8Array): int {
    const n = Math.min(target.length, this.count);
    const first = Math.min(n, this.bytes.length - this.head);
    target.set(this.bytes.subarray(this.head, this.head + first));
    target.set(this.bytes.subarray(0, n - first), first);
    this.head = (this.head + n) % this.bytes.length;
    this.count -= n;
    return n;
  }
}

const ring = new RingBuffer();
const out = new Uint8Array(10);

console.log("written", ring.write(utf8("hello, world")), ring.length());
console.log("read", ring.read(out), ring.length(), out[0], out[9]);
console.log("written", ring.write(utf8("0123456789abcdef")), ring.length(), ring.lost);
console.log("push", ring.push(33), ring.lost);
while (ring.length() > 0) {
  console.log("pop", ring.pop());
}
console.log("pop", ring.pop());
console.log("push", ring.push(33), ring.length());
