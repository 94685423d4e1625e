/* Made by ts2c from ts/publish/history.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/broker.h"
#include "platform/log.h"
#include "platform/memory.h"
#include "meter/moment.h"
#include "meter/meter.h"
#include "p1/obis.h"
#include "p1/staging.h"
#include "p1/timestamp.h"
#include "settings/settings.h"
#include "publish/message.h"
#include "publish/counters.h"
#include "publish/record.h"
#include "publish/topic.h"

typedef enum TS_NARROW {
    PUBLISH_FLIGHT_STATE_WAITING,
    PUBLISH_FLIGHT_STATE_SENT,
    PUBLISH_FLIGHT_STATE_ACKNOWLEDGED,
} publish_flight_state_t;

/** One of the oldest records, and what became of it. */
typedef struct {
    publish_flight_state_t state;
    /** The number that the broker's driver gave the message. */
    uint16_t id;
} publish_flight_t;

/**
 * Stores the totals at each full quarter of an hour, by the meter's clock, and publishes them on `<root>/history` with QoS 1, oldest
 * first. What the broker acknowledged is not sent again; what it did not is dropped only by a newer value in a full ring.
 */
typedef struct {
    settings_settings_t *settings;
    meter_meter_t *meter;
    publish_message_t *message;
    publish_device_counters_t *counters;
    /** How many records the ring has room for, 0 before it is known; how large one is; where the oldest lies. */
    uint16_t capacity;
    bool asked;
    uint16_t size;
    uint32_t first;
    uint16_t count;
    publish_history_record_t record;
    /** The quarter hour that runs, counted since 1970; 0 before the first telegram. */
    uint32_t quarter;
    /** What the oldest records came to. */
    publish_flight_t flights[4];
    /** When the broker last acknowledged something, or had nothing to acknowledge. */
    uint32_t answered_at;
    uint8_t topic_buffer[64];
    ts2c_writer_t topic;
} publish_history_t;

/** Makes a new `History` at `self`. */
TS_SHARED void publish_history_init(publish_history_t *self, settings_settings_t *settings, meter_meter_t *meter, publish_message_t *message, publish_device_counters_t *counters);

/** Takes a good telegram: the first one of a quarter hour has the values of its beginning. */
TS_SHARED void publish_history_take(publish_history_t *self, p1_staging_t *staging);

/** Another meter speaks from now on. What waits of the last one would be published as if it were of this one: it is lost. */
TS_SHARED void publish_history_forget_meter(publish_history_t *self);

/** Whether quarter hours wait for the broker: a restart loses them. */
TS_SHARED bool publish_history_is_waiting(publish_history_t *self);

/** The broker is connected anew: what it did not acknowledge is sent again. */
TS_SHARED void publish_history_renew(publish_history_t *self, uint32_t now);

/** The broker has acknowledged the message with that number. */
TS_SHARED void publish_history_delivered(publish_history_t *self, uint16_t id, uint32_t now);

/** Whether the broker is connected and acknowledges nothing. */
TS_SHARED bool publish_history_is_stuck(publish_history_t *self, uint32_t now);

/** Sends what may be sent. False when the broker takes nothing now. */
TS_SHARED bool publish_history_tick(publish_history_t *self, uint32_t now);
