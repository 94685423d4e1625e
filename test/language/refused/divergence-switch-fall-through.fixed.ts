import { type u8 } from "ts2c";

function name(x: u8): u8 {
  let r: u8 = 0;
  switch (x) {
    case 1:
      r = 3;
      break;
    case 2:
    case 3:
      r = 2;
      break;
    default:
      r = 9;
      break;
  }
  return r;
}

console.log(name(1), name(2), name(3), name(4));
