import { TWO } from "./shared/two.ts";

console.log("two", TWO);
