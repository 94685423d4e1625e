// TS2C0101 at 4:1
// TS2C0101 at 6:1
// TS2C0105 at 8:13
import "./modules/effect.ts";
import * as all from "./modules/effect.ts";
import whole from "./modules/effect.ts";

console.log(all.ONE, whole);
