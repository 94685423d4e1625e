import { type u8 } from "ts2c";

function parse(x: u8): u8 {
  return x > 9 ? 1 : 0;
}

console.log(parse(1), 4 > 3);
