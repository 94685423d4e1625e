// TS2C0701 at 5:7
import { type u8 } from "ts2c";
import { noisy } from "./shared/noisy.ts";

const THREE: u8 = noisy(3);
console.log(THREE);
