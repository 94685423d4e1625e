import { type u8 } from "ts2c";

class Slot {
  value: u8 = 3;
}

function many(): void {
  const slot = new Slot();
  for (let i = 0; i < 3; i++) {
    slot.value = 3;
    console.log(slot.value, i);
  }
}

/** In C it would be gone behind the loop. */
function inTheHead(): u8 {
  const slot = new Slot();
  let last: Slot | null = null;
  for (; slot.value < 9; slot.value++) {
    last = slot;
  }
  return last === null ? 0 : last.value;
}

function inABranch(isDeep: boolean): void {
  const slot = new Slot();
  if (isDeep) {
    console.log(slot.value);
  }
}

many();
inABranch(inTheHead() === 9);
