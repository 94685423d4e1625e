/** Time. On the desk a test may drive it. */

import { type Bytes, type int, type u32 } from "ts2c";

/** Milliseconds since some moment before start. Wraps after 49.7 days: only differences mean anything. */
export declare function millis(): u32;

/** Seconds since 1970-01-01 UTC; 0 while nobody has told the time. */
export declare function utc(): int;

/**
 * Nobody told the time, and the meter's clock says `now`, in seconds since 1970-01-01 UTC: that is the time of day until a server
 * tells it.
 */
export declare function assume(now: u32): void;

/**
 * From now on `server` is asked for the time, by SNTP (RFC 4330), whenever there is a network. `zone` is that of the log's
 * times, as POSIX writes it (IEEE Std 1003.1, 8.3, TZ).
 */
export declare function synchronise(server: Bytes, zone: Bytes): void;
