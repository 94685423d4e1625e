import { type Bytes, type int, type u32, type u8, utf8 } from "ts2c";

/** Reads numbers from bytes that somebody else holds. */
class Cursor {
  at: u32 = 0;

  byte(view: Bytes): u8 | null {
    if (this.at < view.length) {
      const byte = view[this.at];
      this.at++;
      return byte;
    }
    return null;
  }

  u16(view: Bytes): int {
    const at = this.at;
    if (at + 2 <= view.length) {
      this.at = at + 2;
      return view[at] * 256 + view[at + 1];
    }
    return -1;
  }

  rest(view: Bytes): Bytes {
    return view.subarray(this.at);
  }
}

/** A view that gets shorter from its front. */
function sum(view: Bytes): int {
  let left = view;
  let total = 0;
  while (left.length > 0 && total < 1000000) {
    total += left[0];
    left = left.subarray(1);
  }
  return total;
}

const text: Bytes = utf8("ABCDE");
const cursor = new Cursor();
const first = new Uint8Array(1);
console.log(cursor.u16(text), cursor.u16(text), cursor.u16(text), cursor.at);
console.log(cursor.rest(text).length, cursor.byte(text) === null, cursor.byte(text) === null, cursor.at);
console.log(sum(text), sum(cursor.rest(text)), sum(first));
