/** Time. On the desk a test may drive it. */

import { type int, type u32 } from "ts2c";

/** Milliseconds since some moment before start. Wraps after 49.7 days: only differences mean anything. */
export declare function millis(): u32;

/** Seconds since 1970-01-01 UTC; 0 while nobody has told the time. */
export declare function utc(): int;
