/* Made by ts2c from ts/home-assistant/entity.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "meter/catalogue.h"
#include "p1/ascii.h"
#include "publish/message.h"
#include "settings/setting.h"
#include "settings/settings.h"
#include "simulator/simulated.h"
#include "platform/http.h"
#include "platform/update.h"
#include "home-assistant/identity.h"

/** The kinds of entity that this device has. */
typedef enum TS_NARROW {
    HOME_ASSISTANT_COMPONENT_SENSOR,
    HOME_ASSISTANT_COMPONENT_BINARY_SENSOR,
    HOME_ASSISTANT_COMPONENT_BUTTON,
} home_assistant_component_t;

/** The text of each. */
extern const ts_bytes home_assistant_component_texts[3];

/**
 * What must be there for an entity to be available: the device alone (what it says of itself), or the meter too (its
 * readings).
 */
typedef enum TS_NARROW {
    HOME_ASSISTANT_NEEDS_DEVICE,
    HOME_ASSISTANT_NEEDS_DEVICE_AND_METER,
} home_assistant_needs_t;

/** Writes such messages. Source: Home Assistant's documentation of MQTT discovery, as of 2024.3. */
typedef struct {
    settings_settings_t *settings;
    publish_message_t *message;
    home_assistant_identity_t *identity;
    uint8_t buffer[192];
    /** A topic in the making. */
    ts2c_writer_t path;
    uint8_t version[32];
} home_assistant_entity_t;

/** Makes a new `Entity` at `self`. */
TS_SHARED void home_assistant_entity_init(home_assistant_entity_t *self, settings_settings_t *settings, publish_message_t *message, home_assistant_identity_t *identity);

/** Begins a message without payload, which removes an entity. `name` is what becomes its name and its id. */
TS_SHARED void home_assistant_entity_begin(home_assistant_entity_t *self, home_assistant_component_t component, ts_bytes name);

/** Gives it a payload, which makes an entity or renews it. What is special to it follows, then {@link end}. */
TS_SHARED void home_assistant_entity_open(home_assistant_entity_t *self, ts_bytes name);

/** Adds a text that needs no escaping; an empty one is left out. */
TS_SHARED void home_assistant_entity_text(home_assistant_entity_t *self, ts_bytes key, ts_bytes value);

/** Adds a text. */
TS_SHARED void home_assistant_entity_bytes(home_assistant_entity_t *self, ts_bytes key, ts_bytes value);

/** Adds a topic: the root, `branch`, `path` and `ending`. */
TS_SHARED void home_assistant_entity_topic(home_assistant_entity_t *self, ts_bytes key, ts_bytes branch, ts_bytes path, ts_bytes ending);

/** Adds how its state behaves and where it is shown; it gets a picture only where it has no device class. */
TS_SHARED void home_assistant_entity_manner(home_assistant_entity_t *self, meter_kind_t behaves, meter_shown_t shown, ts_bytes device_class);

/** Adds after how many seconds without a message its state is no longer known: two publications of all and a minute. */
TS_SHARED void home_assistant_entity_expires(home_assistant_entity_t *self, uint32_t interval);

/** Ends the payload with what must be there, and whose entity it is. `model` is empty while no meter was heard. */
TS_SHARED void home_assistant_entity_end(home_assistant_entity_t *self, home_assistant_needs_t needs, ts_bytes model);
