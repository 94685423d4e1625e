/* Made by ts2c from ts/publish/counters.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

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

/** Makes a new `DeviceCounters` at `self`. */
TS_SHARED void publish_device_counters_init(publish_device_counters_t *self);
