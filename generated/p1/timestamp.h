/* Made by ts2c from ts/p1/timestamp.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"

/** Stands for "no time": the meter's clock is not set, or the device on the M-Bus is absent. */
#define P1_NO_TIME 0

/** Whether `text` has the shape of a time stamp, `YYMMDDhhmmss` and S or W, whatever time it names. */
TS_SHARED bool p1_is_timestamp(ts_bytes text);

/**
 * The UTC time of a time stamp in seconds since 1970. Its own letter says how far it is from UTC: S two hours, W one
 * (DSMR 5.0.2 P1, 6.4, TST), whatever the season. {@link NO_TIME} for what is no time stamp or names no time:
 * `632525252525W`, all zeros, a clock that stands at the first second of 2000, and 1970 (an absent device).
 */
TS_SHARED uint32_t p1_parse_timestamp(ts_bytes text);

/** Writes a time in seconds since 1970 as ISO 8601 in UTC: `2020-09-09T20:00:00Z`. */
TS_SHARED void p1_write_time(ts2c_writer_t *writer, uint32_t time);
