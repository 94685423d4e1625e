import { type u8 } from "ts2c";

function elsewhere(): u8 {
  return 4;
}

class Slot {
  x: u8 | null = null;
  y: u8 = 1;
}

class Inner {
  z: u8 = 2;
}

function local(): u8 {
  const inner = new Inner();
  return inner.z;
}

const slot = new Slot();
console.log(slot.y, slot.x === null, local(), elsewhere());
