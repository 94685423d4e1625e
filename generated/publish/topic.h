/* Made by ts2c from ts/publish/topic.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "meter/meter.h"
#include "p1/staging.h"
#include "settings/codes.h"
#include "settings/settings.h"

/** Writes the topic that a setting gives to a reading's code, or else its own, below the root. */
TS_SHARED void publish_write_topic(ts2c_writer_t *out, settings_settings_t *settings, meter_meter_t *meter, p1_staging_t *staging, p1_staged_reading_t *reading);
