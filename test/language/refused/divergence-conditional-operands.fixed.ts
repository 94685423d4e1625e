import { type u8 } from "ts2c";

function truthy(x: u8): u8 {
  if (x !== 0) {
    return 1;
  }
  return x === 0 ? 2 : 3;
}

console.log(truthy(1), truthy(0));
