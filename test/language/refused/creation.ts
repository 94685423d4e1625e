// TS2C0401 at 12:18
// TS2C0401 at 20:21
// TS2C0401 at 28:18
import { type u8 } from "ts2c";

class Slot {
  value: u8 = 3;
}

function many(): void {
  for (let i = 0; i < 3; i++) {
    const slot = new Slot();
    console.log(slot.value, i);
  }
}

/** In C it would be gone behind the loop. */
function inTheHead(): u8 {
  let last: Slot | null = null;
  for (const slot = new Slot(); slot.value < 9; slot.value++) {
    last = slot;
  }
  return last === null ? 0 : 1;
}

function inABranch(isDeep: boolean): void {
  if (isDeep) {
    const slot = new Slot();
    console.log(slot.value);
  }
}

many();
inABranch(inTheHead() === 1);
