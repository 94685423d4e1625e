// TS2C0701 at 9:7
import { type u8 } from "ts2c";

function three(): u8 {
  console.log("three");
  return 3;
}

const THREE: u8 = three();
console.log(THREE);
