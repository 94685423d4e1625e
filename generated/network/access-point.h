/* Made by ts2c from ts/network/access-point.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/network.h"
#include "platform/system.h"
#include "chip-id.h"
#include "settings/keeper.h"
#include "settings/settings.h"
#include "network/captive-names.h"

/** `first`: open to everybody, since no Wi-Fi is known. `lost`: with its own key, since the Wi-Fi can't be reached. */
typedef enum TS_NARROW {
    NETWORK_MODE_CLOSED,
    NETWORK_MODE_FIRST,
    NETWORK_MODE_LOST,
} network_mode_t;

/** Opens and closes it. */
typedef struct {
    settings_settings_t *settings;
    settings_keeper_t *keeper;
    network_captive_names_t names;
    network_mode_t mode;
    /** Whether it may be open to everybody, and since when. */
    bool is_first;
    uint32_t first_since;
    /** Whether the Wi-Fi is there, and since when that is so. */
    bool was_up;
    uint32_t changed_at;
    /** Whether somebody was there since it opened, and when last. */
    bool had_guests;
    uint32_t guests_at;
    uint8_t name_memory[16];
    ts2c_writer_t name_writer;
    uint8_t line_memory[160];
    ts2c_writer_t line;
} network_access_point_t;

/** Makes a new `AccessPoint` at `self`. */
TS_SHARED void network_access_point_init(network_access_point_t *self, settings_settings_t *settings, settings_keeper_t *keeper);

/** Power-up. */
TS_SHARED void network_access_point_power_up(network_access_point_t *self, uint32_t now);

/** Power-up, or somebody pressed the button: while no Wi-Fi is known it opens, for a quarter of an hour from now on. */
TS_SHARED void network_access_point_start(network_access_point_t *self, uint32_t now);

TS_SHARED bool network_access_point_is_open(network_access_point_t *self);

/** Whether somebody is at it: then the station keeps the channel free of attempts. */
TS_SHARED bool network_access_point_has_guests(network_access_point_t *self);

/** `p1-meter-` and what tells this chip from others. */
TS_SHARED ts_bytes network_access_point_name(network_access_point_t *self);

/** Its own key. It is made when it is first needed, and kept. */
TS_SHARED ts_bytes network_access_point_key(network_access_point_t *self);

/** Writes what its owner has to know of it as a JSON object. */
TS_SHARED void network_access_point_write(network_access_point_t *self, ts2c_writer_t *out);

/** `isUp`: the Wi-Fi is joined. `isKnown`: its name is set. */
TS_SHARED void network_access_point_tick(network_access_point_t *self, bool is_up, bool is_known, uint32_t now);
