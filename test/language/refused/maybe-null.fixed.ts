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
  return found !== null && found.value < 100 ? found.read() & 127 : 0;
}

function stale(): u8 {
  const last = holder.last;
  return last !== null && holder.forget() ? last : 0;
}

console.log(remembered(), stale());
