import { type u8 } from "ts2c";

function three(): u8 {
  return 3;
}

const THREE: u8 = three();
console.log("three", THREE);
