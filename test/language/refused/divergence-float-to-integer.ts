// TS2C0203 at 5:10
import { type f64, type i32 } from "ts2c";

function whole(x: f64): i32 {
  return x;
}

console.log(whole(3e9));
