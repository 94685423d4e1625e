/* Made by ts2c from ts/meter/meter-time.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/clock.h"
#include "p1/staging.h"
#include "p1/timestamp.h"
#include "settings/settings.h"
#include "simulator/simulated.h"
#include "meter/moment.h"

/** How the meter's clock goes, as of its last good telegram. */
typedef struct {
    settings_settings_t *settings;
    int64_t ahead;
    bool known;
} meter_meter_time_t;

/** Makes a new `MeterTime` at `self`. */
TS_SHARED void meter_meter_time_init(meter_meter_time_t *self, settings_settings_t *settings);

/** Takes a good telegram. */
TS_SHARED void meter_meter_time_take(meter_meter_time_t *self, p1_staging_t *staging);

/** Whether both clocks tell the time. */
TS_SHARED bool meter_meter_time_is_known(meter_meter_time_t *self);

/** How many seconds the meter's clock is ahead of the device's; negative when it is behind. */
TS_SHARED int64_t meter_meter_time_seconds_ahead(meter_meter_time_t *self);
