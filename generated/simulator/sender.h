/* Made by ts2c from ts/simulator/sender.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "platform/serial.h"
#include "publish/counters.h"
#include "settings/settings.h"
#include "simulator/faults.h"
#include "simulator/simulated.h"
#include "simulator/simulator.h"

/** The built-in meter, by setting or jumper. */
typedef struct {
    settings_settings_t *settings;
    publish_device_counters_t *counters;
    simulator_simulator_t simulator;
    simulator_noise_t noise;
    /** When the last telegram was sent. */
    uint32_t sent_at;
} simulator_sender_t;

/** Makes a new `Sender` at `self`. */
TS_SHARED void simulator_sender_init(simulator_sender_t *self, settings_settings_t *settings, publish_device_counters_t *counters);

/** Begins anew; the first telegram is sent at once. */
TS_SHARED void simulator_sender_start(simulator_sender_t *self, uint32_t seed, uint32_t now);

/** Sends a telegram when it is time for one: then it is true. When the line is not free, the next one is sent. */
TS_SHARED bool simulator_sender_tick(simulator_sender_t *self, uint32_t now);
