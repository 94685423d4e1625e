/* Made by ts2c from ts/publish/message.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/broker.h"
#include "scratch.h"
#include "settings/settings.h"
#include "simulator/simulated.h"

/** The message that is being written. */
typedef struct {
    settings_settings_t *settings;
    uint8_t topic_buffer[192];
    /** The topic, from {@link begin} on with the root and `/`. */
    ts2c_writer_t topic;
    ts2c_writer_t *payload;
} publish_message_t;

/** Makes a new `Message` at `self`. */
TS_SHARED void publish_message_init(publish_message_t *self, settings_settings_t *settings, scratch_scratch_t *scratch);

/** Starts a message under the root topic. */
TS_SHARED void publish_message_begin(publish_message_t *self);

/** Starts a message under another topic. */
TS_SHARED void publish_message_begin_below(publish_message_t *self, ts_bytes root);

/** Whether topic and payload are complete. */
TS_SHARED bool publish_message_complete(publish_message_t *self);

/** Hands the message to the broker, as the settings say. False when the broker takes nothing now. */
TS_SHARED bool publish_message_send(publish_message_t *self);

/** Hands over a message that the broker keeps, whatever the settings say. */
TS_SHARED bool publish_message_send_retained(publish_message_t *self);
