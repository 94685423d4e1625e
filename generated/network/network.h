/* Made by ts2c from ts/network/network.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/network.h"
#include "platform/network.h"
#include "settings/keeper.h"
#include "scratch.h"
#include "settings/settings.h"
#include "network/access-point.h"
#include "network/address.h"
#include "network/attempt.h"
#include "network/own-name.h"
#include "network/scan.h"

/** `off`: nothing was tried yet. `idle`: waiting for the next attempt. */
typedef enum TS_NARROW {
    NETWORK_STATE_OFF,
    NETWORK_STATE_IDLE,
    NETWORK_STATE_JOINING,
    NETWORK_STATE_UP,
} network_state_t;

/** The network, and what was done to get it. */
typedef struct {
    settings_settings_t *settings;
    settings_keeper_t *keeper;
    network_access_point_t *access_point;
    network_attempt_t attempt;
    network_scan_t scan;
    network_own_name_t *own_name;
    network_state_t state;
    uint32_t waiting_since;
    uint32_t failures;
    /** Whether it was up with the settings that it has, since the start. */
    bool worked;
    /** What was told last, so that an hour without a network is not told with every attempt. */
    platform_network_event_t told;
    bool told_no_name;
    ts2c_writer_t *line;
    /** Attempts to join, and how often the interface was switched off and on, since start. */
    uint32_t attempts;
    uint32_t resets;
} network_network_t;

/** Makes a new `Network` at `self`. */
TS_SHARED void network_network_init(network_network_t *self, settings_settings_t *settings, settings_keeper_t *keeper, network_access_point_t *access_point, network_own_name_t *own_name, scratch_scratch_t *scratch);

TS_SHARED bool network_network_is_up(network_network_t *self);

/**
 * Why there is no network: the driver's word, `no-name` where no Wi-Fi is set, `joining` before the first attempt's answer; `none`
 * where there is one.
 */
TS_SHARED ts_bytes network_network_trouble(network_network_t *self);

/** How often the interface was switched off and on since the network was lost; 0 where it never was up with these settings. */
TS_SHARED uint32_t network_network_resets_since_lost(network_network_t *self);

/** Its settings changed: it is joined anew with the next {@link tick}. True when it was up. */
TS_SHARED bool network_network_drop(network_network_t *self);

/** Begins an attempt when it is time for one. True when that ended a network that was up. */
TS_SHARED bool network_network_tick(network_network_t *self, uint32_t now);

/** Takes what the driver reports. True when the network came or went. */
TS_SHARED bool network_network_on_event(network_network_t *self, platform_network_event_t event, uint32_t now);

/** Writes how it stands, as a sentence. */
TS_SHARED void network_network_describe(network_network_t *self, ts2c_writer_t *out);
