import { type u32 } from "ts2c";
import * as lamp from "./platform/lamp.ts";

/** Called by the platform every 10 ms. */
export function tick(count: u32): void {
  lamp.set(((count >> 5) & 1) === 1 ? 255 : 0);
}
