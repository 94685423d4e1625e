import { array, type Bytes, type FixedArray, type int, type u16, u32, u8 } from "ts2c";

interface Row {
  readonly flag: boolean;
  readonly wide: int;
  readonly odd: u16 | null;
}

class Ring {
  private readonly bytes: Uint8Array = new Uint8Array(61);
  private used: u32 = 0;
  private last: Row = { flag: false, wide: 0, odd: null };
  private readonly rows: FixedArray<u16, 3> = array(3, 0);

  push(byte: u8): void {
    if (this.used < this.bytes.length) {
      this.bytes[this.used] = byte;
      this.used++;
    }
    this.last = { flag: !this.last.flag, wide: this.used, odd: this.rows[1] };
  }
}

function third(bytes: Bytes, at: u32): u8 {
  if (at + 2 < bytes.length && at !== 7) {
    return bytes[at + 2];
  }
  return 0;
}

const BYTES: Bytes = new Uint8Array([1, 2, 3, 4]);
const ring = new Ring();
const all: FixedArray<Ring, 2> = array(2, () => new Ring());
const memory = new Int16Array(5);
memory[0] = 3;
ring.push(third(BYTES, u32(memory[0])));
all[0].push(u8(memory.length));
console.log(third(BYTES, 1));
