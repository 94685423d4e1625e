/* Made by ts2c from ts/settings/fallback.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "settings/groups.h"
#include "settings/list.h"
#include "settings/last-good.h"
#include "settings/settings.h"

/** What came of a trial: the settings of the `network` or of the `broker` were taken back; or new ones are `proven`. */
typedef enum TS_NARROW {
    SETTINGS_OUTCOME_NOTHING,
    SETTINGS_OUTCOME_NETWORK,
    SETTINGS_OUTCOME_BROKER,
    SETTINGS_OUTCOME_PROVEN,
} settings_outcome_t;

/** Watches both. */
typedef struct {
    settings_settings_t *settings;
    settings_last_good_t *network;
    settings_last_good_t *broker;
    bool was_up;
    bool was_connected;
    /** The broker was there when the network changed: a network in which it is not is none that works. */
    bool wants_broker;
} settings_fallback_t;

/** Makes a new `Fallback` at `self`. */
TS_SHARED void settings_fallback_init(settings_fallback_t *self, settings_settings_t *settings, settings_last_good_t *network, settings_last_good_t *broker);

/** The setting at `place` has another value. */
TS_SHARED void settings_fallback_changed(settings_fallback_t *self, uint8_t place, uint32_t now);

/** `isWifi`: the network needs a name. Says whose settings are the old ones again. */
TS_SHARED settings_outcome_t settings_fallback_tick(settings_fallback_t *self, bool is_wifi, bool is_up, bool is_connected, uint32_t now);
