// TS2C0702 at 5:7
// TS2C0702 at 6:7
import { constant, type u8 } from "ts2c";

const LARGE: u8 = constant(() => 256);
const TABLE: readonly u8[] = [1, 2.5, -1];
console.log(LARGE, TABLE.length);
