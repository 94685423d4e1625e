/* Made by ts2c from ts/home-assistant/discovery.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/broker.h"
#include "bytes.h"
#include "publish/figures.h"
#include "publish/kept.h"
#include "publish/message.h"
#include "publish/statistics.h"
#include "settings/settings.h"
#include "home-assistant/entity.h"
#include "home-assistant/identity.h"
#include "home-assistant/readings.h"

/** Sends a retained message for each entity, and an empty one for each that is no longer wanted. */
typedef struct {
    settings_settings_t *settings;
    publish_message_t *message;
    publish_kept_t *kept;
    publish_statistics_t *statistics;
    home_assistant_entity_t *entity;
    home_assistant_identity_t *identity;
    uint8_t model_buffer[64];
    uint8_t model_length;
    bool subscribed;
    /** Whether Home Assistant was told of anything, by the run before too, so that there is something to remove. */
    bool told;
    /** The places of the next figure and of the next extra. */
    uint8_t figure;
    uint8_t extra;
    /** Whether Home Assistant misses states, and since when it is told of all entities. */
    bool missing;
    uint32_t settled_at;
} home_assistant_discovery_t;

/** Makes a new `Discovery` at `self`. */
TS_SHARED void home_assistant_discovery_init(home_assistant_discovery_t *self, home_assistant_entity_t *entity, publish_kept_t *kept, publish_statistics_t *statistics);

/** The settings are there. With these the run before told of everything, wherever others come before a connection. */
TS_SHARED void home_assistant_discovery_start(home_assistant_discovery_t *self);

/** The broker is connected anew: everything is told again. */
TS_SHARED void home_assistant_discovery_connect(home_assistant_discovery_t *self);

/** Everything is told again, since settings changed or Home Assistant has started. */
TS_SHARED void home_assistant_discovery_renew(home_assistant_discovery_t *self);

/** A reading is to have another topic: what was told of it is taken back. */
TS_SHARED void home_assistant_discovery_move(home_assistant_discovery_t *self, uint32_t code);

/** Another meter speaks from now on: what was told of the last one's readings is taken back. */
TS_SHARED void home_assistant_discovery_forget_meter(home_assistant_discovery_t *self);

/** A message from the broker: Home Assistant's birth message is why everything is told again. */
TS_SHARED void home_assistant_discovery_on_message(home_assistant_discovery_t *self, ts_bytes topic, ts_bytes payload);

/** The meter's identification is the device's model. */
TS_SHARED void home_assistant_discovery_meter(home_assistant_discovery_t *self, ts_bytes identification);

/** Sends what is due. False when the broker takes nothing now. */
TS_SHARED bool home_assistant_discovery_tick(home_assistant_discovery_t *self, uint32_t now);

/** Whether it is time to publish all states again, because Home Assistant may have missed them. Says so once. */
TS_SHARED bool home_assistant_discovery_misses_states(home_assistant_discovery_t *self, uint32_t now);
