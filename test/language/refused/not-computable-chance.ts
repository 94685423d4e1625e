// TS2C0701 at 4:1
import { constant, type u8 } from "ts2c";

const CHANCE: u8 = constant(() => Math.floor(Math.random() * 200));
console.log(CHANCE);
