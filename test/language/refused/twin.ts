// TS2C0103 at 4:1

// What makes the memory of both modules would have one name.
import { memory } from "./twin/twin.ts";

console.log(memory.length);
