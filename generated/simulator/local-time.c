/* Made by ts2c from ts/simulator/local-time.ts: change that file, not this one. */

#include "simulator/local-time.h"

#define CENTURY 946684800

#define SPAN 3155760000u

static simulator_local_time_t civil(int64_t utc, bool summer);
static inline bool after_last_sunday(simulator_local_time_t time);
static inline bool is_summer(simulator_local_time_t time);
static inline void two(ts2c_writer_t *out, uint32_t value);

static const uint16_t DAYS_BEFORE_MONTH_IN_SIMULATOR_LOCAL_TIME[12] = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334,
};

static const uint16_t DAYS_BEFORE_MONTH_LEAP[12] = {
    0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335,
};

/** The calendar without any zone: `utc` seconds since 1970, held inside 2000…2099. */
static simulator_local_time_t civil(int64_t utc, bool summer)
{
    const int64_t last = CENTURY + SPAN - 1u;
    const uint32_t seconds = (uint32_t)ts_max_i64(CENTURY, ts_min_i64(utc, last)) - CENTURY;
    const uint32_t days = seconds / 86400u;
    const uint32_t of_day = seconds % 86400u;
    const uint32_t cycle = days / 1461u;
    const uint32_t of_cycle = days % 1461u;
    const uint32_t year_of_cycle = of_cycle < 366u ? 0u : 1u + (of_cycle - 366u) / 365u;
    const uint32_t day_of_year = of_cycle < 366u ? of_cycle : (of_cycle - 366u) % 365u;
    uint32_t month = 1;
    uint32_t before = 0;
    for (uint32_t i = 0; i < 12u; i++) {
        const uint32_t start = (uint32_t)(of_cycle < 366u ? DAYS_BEFORE_MONTH_LEAP[i] : DAYS_BEFORE_MONTH_IN_SIMULATOR_LOCAL_TIME[i]);
        if (start <= day_of_year) {
            month = i + 1u;
            before = start;
        }
    }
    return (simulator_local_time_t){.year = (uint16_t)ts_min_u32(2000u + cycle * 4u + year_of_cycle, 2099), .month = (uint8_t)month, .day = (uint8_t)ts_max_i32(1, ts_min_i32((int32_t)day_of_year - (int32_t)before + 1, 31)), .hour = (uint8_t)(of_day / 3600u), .minute = (uint8_t)(of_day / 60u % 60u), .second = (uint8_t)(of_day % 60u), .weekday = (uint8_t)((days + 6u) % 7u), .summer = summer};
}

/** Whether the last Sunday of a month with 31 days has begun, an hour into it counted in UTC. */
static inline bool after_last_sunday(simulator_local_time_t time)
{
    if (time.day - time.weekday < 25) {
        return false;
    }
    return time.weekday > 0 || time.hour >= 1;
}

/** Whether summer time rules in the European Union. Source: directive 2000/84/EC, articles 2 and 3. */
static inline bool is_summer(simulator_local_time_t time)
{
    if (time.month == 3) {
        return after_last_sunday(time);
    }
    if (time.month == 10) {
        return !after_last_sunday(time);
    }
    return time.month > 3 && time.month < 10;
}

simulator_local_time_t simulator_local_time(int64_t utc, bool standard_only)
{
    const uint32_t held = (uint32_t)ts_max_i64(0, ts_min_i64(utc, CENTURY + SPAN));
    const bool summer = !standard_only && is_summer(civil(held, false));
    return civil(held + (uint32_t)(summer ? 7200 : 3600), summer);
}

static inline void two(ts2c_writer_t *out, uint32_t value)
{
    ts2c_writer_byte(out, (uint8_t)(48u + value / 10u));
    ts2c_writer_byte(out, (uint8_t)(48u + value % 10u));
}

void simulator_write_stamp(ts2c_writer_t *out, simulator_local_time_t time)
{
    two(out, (uint32_t)(time.year - 2000));
    two(out, time.month);
    two(out, time.day);
    two(out, time.hour);
    two(out, time.minute);
    two(out, time.second);
}

void simulator_write_zoned_stamp(ts2c_writer_t *out, simulator_local_time_t time)
{
    simulator_write_stamp(out, time);
    ts2c_writer_byte(out, (uint8_t)(time.summer ? 83 : 87));
}
