import { type f64, i32 } from "ts2c";

function whole(x: f64): i32 {
  return i32(x);
}

console.log(whole(3e9), whole(-1.5), whole(0 / 3.5));
