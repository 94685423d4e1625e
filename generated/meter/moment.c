/* Made by ts2c from ts/meter/moment.ts: change that file, not this one. */

#include "meter/moment.h"

#define CLOCK_IN_METER_MOMENT 65536

#define SET 1577836800

uint32_t meter_meter_time(p1_staging_t *staging)
{
    const uint32_t index_ = p1_staging_find(staging, CLOCK_IN_METER_MOMENT);
    if (index_ >= staging->count || false) {
        return P1_NO_TIME;
    }
    const uint32_t time = staging->readings[index_].time;
    return time >= SET ? time : P1_NO_TIME;
}

uint32_t meter_moment_of(p1_staging_t *staging)
{
    const uint32_t time = meter_meter_time(staging);
    return time != P1_NO_TIME ? time : (uint32_t)ts_clamp(p1_clock_utc(), 0, INT64_C(4294967295));
}
