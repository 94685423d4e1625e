/** COBS: frames without zero bytes, so that a zero ends each. A stream's receiver finds its feet after any noise. */
import { utf8, type Bytes, type int, type range, type u8 } from "ts2c";

/** Writes the frame with its final zero; returns its length, or −1 if it does not fit. */
export function encode(source: Bytes, target: Uint8Array): int {
  let code = 0;
  let at = 1;
  for (const byte of source) {
    if (at - code === 255) {
      if (at >= target.length) {
        return -1;
      }
      target[code] = 255;
      code = at;
      at++;
    }
    if (at >= target.length) {
      return -1;
    }
    if (byte === 0) {
      target[code] = at - code;
      code = at;
    } else {
      target[at] = byte;
    }
    at++;
  }
  if (at + 1 > target.length) {
    return -1;
  }
  target[code] = at - code;
  target[at] = 0;
  return at + 1;
}

/** Receives bytes one by one and gathers the frames. */
export class Decoder {
  readonly frame = new Uint8Array(300);
  length: range<0, 300> = 0;
  /** Bytes that are left until the next code. */
  private left: u8 = 0;
  /** Whether a zero comes before the next code. */
  private zero = false;
  private broken = false;

  /** True when a frame is complete: `frame` holds its first `length` bytes until the next call. */
  receive(byte: u8): boolean {
    if (byte === 0) {
      const complete = this.left === 0 && !this.broken && this.zero;
      this.left = 0;
      this.broken = false;
      return complete;
    }
    if (this.left === 0) {
      this.code(byte);
    } else {
      this.left--;
      this.append(byte);
    }
    return false;
  }

  private code(byte: range<1, 255>) {
    if (this.zero) {
      this.append(0);
    }
    this.left = byte - 1;
    this.zero = byte < 255;
  }

  private append(byte: u8) {
    if (this.length < this.frame.length) {
      this.frame[this.length] = byte;
      this.length++;
    } else {
      this.broken = true;
    }
  }
}

const decoder = new Decoder();
const encoded = new Uint8Array(310);
const plain = new Uint8Array(300);

function show(source: Bytes) {
  const length = encode(source, encoded);
  console.log("frame", source.length, length);
  for (const byte of encoded.subarray(0, length)) {
    if (decoder.receive(byte)) {
      console.log(decoder.length);
    }
  }
}

show(utf8(""));
show(utf8("\0"));
show(utf8("\0\0"));
show(utf8("\x11\x22\0\x33"));
for (let i = 0; i < 300; i++) {
  plain[i] = i & 0xff;
}
show(plain.subarray(1, 255));
show(plain.subarray(0, 255));
show(plain.subarray(1, 256));
show(plain);
