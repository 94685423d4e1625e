// TS2C0001 at 6:1
// TS2C0001 at 9:3
// TS2C0001 at 14:3
import { type u8 } from "ts2c";

declare function elsewhere(): u8;

class Slot {
  x?: u8;
  y: u8 = 1;
}

function local(): u8 {
  class Inner {
    z: u8 = 2;
  }
  const inner = new Inner();
  return inner.z;
}

const slot = new Slot();
console.log(slot.y, local(), elsewhere());
