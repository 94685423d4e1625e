// TS2C0002 at 4:1
import { ONE } from "./effect.ts";

console.log(ONE);
