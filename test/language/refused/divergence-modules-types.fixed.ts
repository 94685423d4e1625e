import { type i32 } from "ts2c";

import type { Level } from "./shared/counted.ts";
import { counter } from "./shared/first.ts";
import type { Counter } from "./shared/second.ts";

function shown(level: Level, other: Counter | null): i32 {
  return other === null ? counter.count : level.height;
}

console.log("shown", shown({ height: 3 }, null));
