/* Made by ts2c from ts/configuration.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/clock.h"
#include "platform/network.h"
#include "home-assistant/discovery.h"
#include "meter/line-search.h"
#include "network/network.h"
#include "p1/encryption.h"
#include "publish/publishing.h"
#include "settings/fallback.h"
#include "settings/keeper.h"
#include "settings/keys.h"
#include "settings/list.h"
#include "settings/setting.h"
#include "settings/settings.h"
#include "splitter/port.h"

/** Changes settings, and renews what depends on them. */
typedef struct {
    settings_settings_t *settings;
    settings_keeper_t *keeper;
    settings_keys_t *keys;
    p1_encryption_t *encryption;
    network_network_t *network;
    publish_publishing_t *publishing;
    home_assistant_discovery_t *discovery;
    splitter_telegram_port_t *telegram_port;
    /** The settings that changed and are not put to work yet. */
    bool due[61];
    bool changed;
    uint32_t changed_at;
    meter_line_search_t *line;
    settings_fallback_t *fallback;
    bool prepared;
    bool running;
} configuration_configuration_t;

/** Makes a new `Configuration` at `self`. */
TS_SHARED void configuration_configuration_init(configuration_configuration_t *self, settings_settings_t *settings, settings_keeper_t *keeper, settings_keys_t *keys, p1_encryption_t *encryption, network_network_t *network, publish_publishing_t *publishing, home_assistant_discovery_t *discovery, splitter_telegram_port_t *telegram_port, meter_line_search_t *line, settings_fallback_t *fallback);

/** Fills in the defaults and what is kept, before the first setting is handed in. */
TS_SHARED void configuration_configuration_prepare(configuration_configuration_t *self);

/** Puts the settings to work as they are; changes from now on are kept. */
TS_SHARED void configuration_configuration_start(configuration_configuration_t *self);

/** Sets one setting from text, at once. The log says why a value is not allowed. */
TS_SHARED settings_setting_result_t configuration_configuration_assign(configuration_configuration_t *self, ts_bytes name, ts_bytes value);

/** Sets one setting of several that were checked; soon afterwards all of them are kept and put to work. */
TS_SHARED void configuration_configuration_change(configuration_configuration_t *self, ts_bytes name, ts_bytes value, uint32_t now);

/** Puts changes to work when the answer about them had time to go out: they may end the network that it goes through. */
TS_SHARED void configuration_configuration_tick(configuration_configuration_t *self, uint32_t now);

/** Somebody held the button: Wi-Fi and password are forgotten, and nothing else. */
TS_SHARED void configuration_configuration_forget(configuration_configuration_t *self);

/** Everything is as at the first start; what is kept stays until {@link FactoryReset} has overwritten it. */
TS_SHARED void configuration_configuration_forget_all(configuration_configuration_t *self);

/** The power is about to go: what waits to be put to work is kept. */
TS_SHARED void configuration_configuration_leave(configuration_configuration_t *self);
