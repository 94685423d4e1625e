// TS2C0210 at 32:20
// TS2C0210 at 37:12
import { type u8 } from "ts2c";

class Slot {
  value: u8 = 3;

  read(): u8 {
    return this.value;
  }
}

class Holder {
  last: u8 | null = 4;

  forget(): boolean {
    this.last = null;
    return true;
  }
}

const slot = new Slot();
const holder = new Holder();

function none(): Slot | null {
  return slot.value > 3 ? null : slot;
}

function remembered(): u8 {
  const found = none();
  const isThere = found !== null;
  return isThere ? found.read() : 0;
}

function stale(): u8 {
  if (holder.last !== null && holder.forget()) {
    return holder.last;
  }
  return 0;
}

console.log(remembered(), stale());
