import { counter, DOUBLE, own } from "./modules/second.ts";
import * as second from "./modules/second.ts";
import { LIMIT, shared } from "./modules/first.ts";

console.log(counter.start, shared.count, own.count, LIMIT, DOUBLE);
console.log(second.doubled(4), second.doubled(200));
console.log(own.next(), shared.next(), shared === own);
