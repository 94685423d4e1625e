/* Made by ts2c from ts/update/daily.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/clock.h"
#include "platform/system.h"

/** The days as they begin for this device. */
typedef struct {
    /** The day that was seen last; −1 before the time is known. */
    int64_t day;
} update_daily_t;

/** Makes a new `Daily` at `self`. */
TS_SHARED void update_daily_init(update_daily_t *self);

/** Whether another day has begun since the last call. Not so when the time becomes known. */
TS_SHARED bool update_daily_has_begun(update_daily_t *self);
