// The module's own name is not the name of what it makes.
import { spare } from "./twin/spare.ts";

console.log("spare", spare.length);
