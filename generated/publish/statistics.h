/* Made by ts2c from ts/publish/statistics.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/system.h"
#include "p1/counters.h"
#include "settings/settings.h"
#include "publish/connection.h"
#include "publish/message.h"

/** What the device counts since start, beside what its {@link TelegramReader} counts; each goes round to 0 after 2^32 − 1. */
typedef struct {
    /** Telegrams written to the TX line. */
    uint32_t sent;
    /** Publications: each sends what was due at that time. */
    uint32_t published;
    /** Telegrams that the simulator made. */
    uint32_t simulated;
    /** Telegrams of the meter that were repeated on the second port. */
    uint32_t repeated;
    /** Quarter hours that fell out of the full history. */
    uint32_t history_lost;
} publish_device_counters_t;

/** Publishes the figures, all at once or, when the broker takes no more, bit by bit. */
typedef struct {
    settings_settings_t *settings;
    publish_device_counters_t *counters;
    p1_counters_t *telegrams;
    publish_connection_t *connection;
    publish_message_t *message;
    uint8_t next;
    uint32_t last;
} publish_statistics_t;

/** Makes a new `DeviceCounters` at `self`. */
void publish_device_counters_init(publish_device_counters_t *self);

/** Makes a new `Statistics` at `self`. */
void publish_statistics_init(publish_statistics_t *self, settings_settings_t *settings, publish_device_counters_t *counters, p1_counters_t *telegrams, publish_connection_t *connection, publish_message_t *message);

/** All figures are due now, as after a reconnect. */
void publish_statistics_renew(publish_statistics_t *self, uint32_t now);

/** Sends what is due. False when the broker takes nothing now. */
bool publish_statistics_tick(publish_statistics_t *self, uint32_t now);
