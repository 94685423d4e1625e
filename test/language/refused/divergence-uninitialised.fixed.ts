import { type u8 } from "ts2c";

const STEP: u8 = 5;

class Slot {
  value: u8 = 0;
  other: u8 = 4;
}

const slot = new Slot();

function later(): u8 {
  let x: u8 = 0;
  x = 3;
  return STEP + x;
}

function made(): u8 {
  return slot.value;
}

console.log(later(), made(), slot.other);
