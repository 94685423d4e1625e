import { type u8 } from "ts2c";

/** Sets the lamp's brightness, and returns at once. */
export declare function set(brightness: u8): void;
