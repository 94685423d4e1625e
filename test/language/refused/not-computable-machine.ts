// TS2C0701 at 4:7
import { constant, type u8 } from "ts2c";

const LENGTH: u8 = constant(() => (1234.5).toLocaleString().length);
console.log(LENGTH);
