// TS2C0002 at 7:1
// TS2C0001 at 7:1
import { type u8 } from "ts2c";

export const ONE: u8 = 1;
const WHOLE: u8 = 2;
export default WHOLE;
