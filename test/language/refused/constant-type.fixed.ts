import { constant, type u8 } from "ts2c";

const LARGE: u8 = constant(() => 255);
const TABLE: readonly u8[] = [1, 2, 1];
console.log(LARGE, TABLE.length);
