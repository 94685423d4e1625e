/* Made by ts2c from ts/power/power.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/obis.h"
#include "p1/staging.h"
#include "power/span.h"

/** Keeps the means of what the meter says. */
typedef struct {
    power_span_t hour;
    power_span_t day;
} power_power_t;

/** Makes a new `Power` at `self`. */
TS_SHARED void power_power_init(power_power_t *self);

/** Power-up. */
TS_SHARED void power_power_start(power_power_t *self, uint32_t now);

/** Takes a good telegram. One that says nothing of power changes nothing; one way alone says that nothing goes the other. */
TS_SHARED void power_power_take(power_power_t *self, p1_staging_t *staging, uint32_t now);

TS_SHARED void power_power_tick(power_power_t *self, uint32_t now);
