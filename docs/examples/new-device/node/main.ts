/** The device at a desk: Enter is a press of its button. */
import { tick } from "../ts/device.ts";

const TICK_MS = 20;

const timer = setInterval(() => tick(false, TICK_MS), TICK_MS);
process.stdin.on("data", () => tick(true, 0));
process.stdin.on("end", () => clearInterval(timer));
