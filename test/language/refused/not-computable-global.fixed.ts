import { constant, type u8 } from "ts2c";

const IS_NODE: u8 = constant(() => 2);
console.log("kind", IS_NODE);
