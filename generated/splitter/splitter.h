/* Made by ts2c from ts/splitter/splitter.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/serial.h"
#include "p1/telegram.h"
#include "publish/counters.h"
#include "settings/settings.h"
#include "simulator/simulated.h"

/** Repeats telegrams on the TX line while the second port asks for data, unless the simulator has that line. */
typedef struct {
    settings_settings_t *settings;
    publish_device_counters_t *counters;
    /** Whether a telegram that could not be sent was told, so that one fault is told once. */
    bool told;
} splitter_splitter_t;

/** Makes a new `Splitter` at `self`. */
TS_SHARED void splitter_splitter_init(splitter_splitter_t *self, settings_settings_t *settings, publish_device_counters_t *counters);

/** Bytes of the meter, as they came. */
TS_SHARED void splitter_splitter_bytes(splitter_splitter_t *self, ts_bytes bytes);

/** A good telegram. What came in a frame is repeated as plain text. */
TS_SHARED void splitter_splitter_telegram(splitter_splitter_t *self, p1_telegram_reader_t *reader);
