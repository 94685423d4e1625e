/* Made by ts2c from ts/meter/line-search.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/serial.h"
#include "platform/serial.h"
#include "settings/keeper.h"
#include "settings/settings.h"
#include "simulator/simulated.h"

/** The serial port's speed, framing and cable. */
typedef struct {
    settings_settings_t *settings;
    settings_keeper_t *keeper;
    uint8_t current;
    uint32_t since;
    uint8_t buffer[192];
    ts2c_writer_t out;
} meter_line_search_t;

/** Makes a new `LineSearch` at `self`. */
TS_SHARED void meter_line_search_init(meter_line_search_t *self, settings_settings_t *settings, settings_keeper_t *keeper);

/** Opens the port as the settings say, at power-up and when they change. */
TS_SHARED void meter_line_search_start(meter_line_search_t *self, uint32_t now);

/** A good telegram came: this is how the meter speaks. */
TS_SHARED void meter_line_search_telegram(meter_line_search_t *self, uint32_t now);

/** Time has passed. */
TS_SHARED void meter_line_search_tick(meter_line_search_t *self, uint32_t now);
