// TS2C0405 at 9:3
// TS2C0405 at 10:3
// TS2C0405 at 18:7
// TS2C0405 at 22:1
// TS2C0405 at 24:1
import { type u8 } from "ts2c";

class Slot {
  value!: u8;
  declare other: u8;
}

function later(): u8 {
  return STEP;
}

function local(): void {
  let x: u8;
  console.log("no value");
}

console.log(later());
const STEP: u8 = 5;
console.log(made());
const slot = new Slot();

function made(): u8 {
  return slot.value;
}

local();
