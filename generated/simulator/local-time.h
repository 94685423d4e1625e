/* Made by ts2c from ts/simulator/local-time.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** A moment as the meter shows it. */
typedef struct {
    uint16_t year;
    uint8_t month;
    uint8_t day;
    uint8_t hour;
    uint8_t minute;
    uint8_t second;
    /** 0 is Sunday. */
    uint8_t weekday;
    /** Whether this is summer time. */
    bool summer;
} simulator_local_time_t;

/**
 * Central European time at `utc` seconds since 1970 (2000…2099). `standardOnly`: the meter never leaves standard time, as in Sweden
 * (Energiföretagen H1 v2.0).
 */
TS_SHARED simulator_local_time_t simulator_local_time(int64_t utc, bool standard_only);

/** Writes a date and time of the meter's: `YYMMDDhhmmss`. */
TS_SHARED void simulator_write_stamp(ts2c_writer_t *out, simulator_local_time_t time);

/** Writes `YYMMDDhhmmssX`, X telling summer (`S`) from winter (`W`). Source: DSMR 5.0.2 P1, 6.4 (TST). */
TS_SHARED void simulator_write_zoned_stamp(ts2c_writer_t *out, simulator_local_time_t time);
