/** The log that a person reads. */

import { type Bytes, type range, type u32 } from "ts2c";

/** `error`: something does not work. `warning`: something was odd. `info`: what happens. `debug`: for contributors. */
export type Level = "error" | "warning" | "info" | "debug";

/** Writes one line, UTF-8, without a line end; the driver adds time and level. */
export declare function write(level: Level, message: Bytes): void;

/**
 * Where the oldest byte that is kept stands in all that was logged since start. With it begins a line, but for one that lost its
 * beginning.
 */
export declare function oldest(): u32;

/** Copies what is kept of the log from the byte `from` on into `into`, as much as there is and fits, and returns how much. */
export declare function read(from: u32, into: Uint8Array): range<0, 4096>;
