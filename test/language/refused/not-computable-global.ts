// TS2C0701 at 4:7
import { constant, type u8 } from "ts2c";

const IS_NODE: u8 = constant(() => ("process" in globalThis ? 1 : 2));
console.log(IS_NODE);
