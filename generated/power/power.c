/* Made by ts2c from ts/power/power.ts: change that file, not this one. */

#include "power/power.h"

#define DRAWN 268502784

#define GIVEN 268568320

#define SWISS_DRAWN 285280000

#define SWISS_GIVEN 285345536

#define NONE_IN_POWER_POWER (-1)

#define MOST INT64_C(100000000000000)

static int32_t watts_of(p1_staged_reading_t *reading);
static int32_t find(p1_staging_t *staging, uint32_t code, uint32_t swiss);

/** A reading of power in watts. */
static int32_t watts_of(p1_staged_reading_t *reading)
{
    const bool is_kilo = reading->unit == P1_UNIT_KW;
    if (reading->kind != P1_READING_KIND_NUMBER || reading->value < 0 || (!is_kilo && reading->unit != P1_UNIT_W)) {
        return NONE_IN_POWER_POWER;
    }
    int64_t watts = ts_min_i64(reading->value, MOST);
    for (uint32_t places = reading->decimals; places < 3u && is_kilo; places++) {
        watts = ts_min_i64(watts * 10, MOST);
    }
    for (uint32_t places = (uint32_t)(is_kilo ? 3 : 0); places < reading->decimals; places++) {
        watts = watts / 10;
    }
    return (int32_t)ts_min_i64(watts, POWER_MOST_WATTS);
}

/** The power that stands under one of two codes. */
static int32_t find(p1_staging_t *staging, uint32_t code, uint32_t swiss)
{
    for (uint32_t i = 0; i < staging->count && true; i++) {
        p1_staged_reading_t *const reading = &staging->readings[i];
        if (reading->code == code || reading->code == swiss) {
            return watts_of(reading);
        }
    }
    return NONE_IN_POWER_POWER;
}

void power_power_init(power_power_t *self)
{
    memset(self, 0, sizeof(*self));
    power_span_init(&self->hour, 10000);
    power_span_init(&self->day, 240000);
}

void power_power_start(power_power_t *self, uint32_t now)
{
    power_span_start(&self->hour, now);
    power_span_start(&self->day, now);
}

void power_power_take(power_power_t *self, p1_staging_t *staging, uint32_t now)
{
    const int32_t drawn = find(staging, DRAWN, SWISS_DRAWN);
    const int32_t given = find(staging, GIVEN, SWISS_GIVEN);
    power_power_tick(self, now);
    if (drawn != NONE_IN_POWER_POWER || given != NONE_IN_POWER_POWER) {
        power_span_take(&self->hour, (uint32_t)ts_max_i32(drawn, 0), (uint32_t)ts_max_i32(given, 0));
        power_span_take(&self->day, (uint32_t)ts_max_i32(drawn, 0), (uint32_t)ts_max_i32(given, 0));
    }
}

void power_power_tick(power_power_t *self, uint32_t now)
{
    power_span_tick(&self->hour, now);
    power_span_tick(&self->day, now);
}
