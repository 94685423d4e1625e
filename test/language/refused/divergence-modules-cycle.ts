// TS2C0101 at 3:1
import { FIRST } from "./modules/circle.ts";
import "./modules/top-level.ts";

export const TWO = 2;
console.log(FIRST);
