/* Made by ts2c from ts/platform/clock.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Milliseconds since some moment before start. Wraps after 49.7 days: only differences mean anything. */
uint32_t p1_clock_millis(void);

/** Seconds since 1970-01-01 UTC; 0 while nobody has told the time. */
int64_t p1_clock_utc(void);

/**
 * Nobody told the time, and the meter's clock says `now`, in seconds since 1970-01-01 UTC: that is the time of day until a server
 * tells it.
 */
void p1_clock_assume(uint32_t now);

/**
 * From now on `server` is asked for the time, by SNTP (RFC 4330), whenever there is a network. `zone` is that of the log's
 * times, as POSIX writes it (IEEE Std 1003.1, 8.3, TZ).
 */
void p1_clock_synchronise(ts_bytes server, ts_bytes zone);
