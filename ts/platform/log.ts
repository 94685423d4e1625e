/** The log that a person reads. */

import { type Bytes } from "ts2c";

/** `error`: something does not work. `warning`: something was odd. `info`: what happens. `debug`: for contributors. */
export type Level = "error" | "warning" | "info" | "debug";

/** Writes one line, UTF-8, without a line end; the driver adds time and level. */
export declare function write(level: Level, message: Bytes): void;
