import { type u8 } from "ts2c";
import { noisy } from "./shared/noisy.ts";

const THREE: u8 = 3;
console.log(noisy(THREE));
