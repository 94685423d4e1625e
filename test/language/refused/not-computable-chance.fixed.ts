import { constant, type u8 } from "ts2c";

const CHOSEN: u8 = constant(() => Math.floor(Math.sqrt(200)));
console.log("chosen", CHOSEN);
