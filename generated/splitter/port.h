/* Made by ts2c from ts/splitter/port.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/sockets.h"
#include "platform/sockets.h"
#include "settings/settings.h"

/** The port for telegrams. */
typedef struct {
    settings_settings_t *settings;
    uint8_t buffer[128];
    ts2c_writer_t line;
} splitter_telegram_port_t;

/** Makes a new `TelegramPort` at `self`. */
TS_SHARED void splitter_telegram_port_init(splitter_telegram_port_t *self, settings_settings_t *settings);

/** Opens the port that the settings name, or closes it. */
TS_SHARED void splitter_telegram_port_open(splitter_telegram_port_t *self);

/** Sends a good telegram, out of its frame if it came in one, to whoever listens. */
TS_SHARED void splitter_telegram_port_telegram(splitter_telegram_port_t *self, ts_bytes telegram);

/** Something happened at the port. */
TS_SHARED void splitter_telegram_port_tell(splitter_telegram_port_t *self, platform_sockets_event_t event);
