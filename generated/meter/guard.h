/* Made by ts2c from ts/meter/guard.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "p1/obis.h"
#include "p1/staging.h"
#include "p1/timestamp.h"
#include "p1/value.h"
#include "settings/settings.h"
#include "bytes.h"
#include "meter/meter.h"

/** A value with the meter's own time of it. */
typedef struct {
    int64_t value;
    uint32_t time;
    uint8_t decimals;
} meter_said_t;

/** One total of the meter. */
typedef struct {
    /** What was believed last, and when that came. */
    meter_said_t believed;
    uint32_t at;
    uint32_t code;
    /** What came since and is not believed so far. */
    meter_said_t held;
    uint32_t held_at;
    bool holds;
    p1_unit_t unit;
} meter_total_t;

/**
 * Holds a total back that falls, becomes 0, or jumps by more than the connection can carry; until the meter says it again.
 * Source of the need: home-assistant/core#104515, where gas was 0 in telegrams whose CRC was right.
 */
typedef struct {
    /** How many values were held back since start. */
    uint32_t held_back;
    settings_settings_t *settings;
    meter_total_t totals[48];
    uint8_t count;
    uint8_t meter_name[128];
    uint8_t meter_name_length;
    uint8_t buffer[192];
    ts2c_writer_t line;
} meter_guard_t;

TS_SHARED void meter_said_copy(meter_said_t *self, p1_staged_reading_t *reading);

/** Makes a new `Guard` at `self`. */
TS_SHARED void meter_guard_init(meter_guard_t *self, settings_settings_t *settings);

/**
 * Looks at the totals of a good telegram. One that is held back is replaced by what was believed last, so that whoever
 * takes the telegram next sees nothing of it.
 */
TS_SHARED void meter_guard_take(meter_guard_t *self, p1_staging_t *staging, ts_bytes identification, meter_meter_t *meter, uint32_t now);

/** Another meter speaks from now on, whatever its name is. */
TS_SHARED void meter_guard_forget_meter(meter_guard_t *self);
