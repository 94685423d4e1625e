import { type FixedArray, array, type u8 } from "ts2c";

const COUNT = 3;

function make(): void {
  const items: FixedArray<u8, 3> = array(COUNT, 0);
  console.log("items", items.length);
}

make();
