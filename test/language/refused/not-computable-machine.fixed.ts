import { constant, type u8 } from "ts2c";

const LENGTH: u8 = constant(() => (1234.5).toFixed(2).length);
console.log("length", LENGTH);
