import { TWO } from "./shared/two.ts";

console.log("first", TWO > 1 ? 1 : 2);
