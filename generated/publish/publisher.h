/* Made by ts2c from ts/publish/publisher.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "meter/catalogue.h"
#include "meter/meter.h"
#include "meter/write.h"
#include "neighbours/dsmr-reader.h"
#include "p1/obis.h"
#include "p1/staging.h"
#include "p1/timestamp.h"
#include "settings/codes.h"
#include "settings/settings.h"
#include "publish/kept.h"
#include "publish/left-out.h"
#include "publish/message.h"
#include "publish/pace.h"
#include "publish/counters.h"
#include "publish/topic.h"
#include "publish/value.h"

/**
 * Publishes the readings, as one message each and, by setting, as JSON, in publications that are at least a while apart:
 * power has a pace of its own.
 */
typedef struct {
    publish_kept_t kept;
    settings_settings_t *settings;
    meter_meter_t *meter;
    publish_message_t *message;
    publish_device_counters_t *counters;
    p1_staged_reading_t identification;
    uint8_t topic_buffer[64];
    ts2c_writer_t topic;
    /** Whether a publication has begun and is not at its end. */
    bool running;
    publish_pace_t power_pace;
    publish_pace_t pace;
    /** When everything was last made due. */
    uint32_t renewed;
    /** How many readings the JSON array in the message has. */
    uint8_t in_array;
} publish_publisher_t;

/** Whether it is the meter's identification, which has no code. */
TS_SHARED bool publish_is_identification(uint32_t code);

/** Makes a new `Publisher` at `self`. */
TS_SHARED void publish_publisher_init(publish_publisher_t *self, settings_settings_t *settings, meter_meter_t *meter, publish_message_t *message, publish_device_counters_t *counters);

/** The broker is connected anew, and knows nothing: everything that the meter still sends is to be sent, at once. */
TS_SHARED void publish_publisher_renew(publish_publisher_t *self, uint32_t now);

/**
 * Keeps a good telegram's readings, which the meter has learned from, and notes which are to be sent though they did not
 * change.
 */
TS_SHARED void publish_publisher_take(publish_publisher_t *self, p1_staging_t *staging, ts_bytes identification, uint32_t now);

/** Whether a reading's topic is another one than it has by itself. */
TS_SHARED bool publish_publisher_is_renamed(publish_publisher_t *self, uint32_t code);

/** Begins a publication when it is time, and sends what the broker takes. False when it takes no more now. */
TS_SHARED bool publish_publisher_tick(publish_publisher_t *self, uint32_t now);
