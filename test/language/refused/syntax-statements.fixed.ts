import { type u8 } from "ts2c";

const KEYS: readonly string[] = ["a", "b"];

function pairs(): u8 {
  for (let i: u8 = 0; i < 2; i++) {
    if (i === 1) {
      return i;
    }
  }
  return 0;
}

/** Whether it went well. */
function attempt(x: u8): boolean {
  if (x > 3) {
    return false;
  }
  for (const key of KEYS) {
    console.log(key);
  }
  return true;
}

console.log(attempt(2), attempt(4), pairs());
