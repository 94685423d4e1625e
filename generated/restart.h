/* Made by ts2c from ts/restart.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/system.h"
#include "lights/lights.h"

/** Counts down to a restart. */
typedef struct {
    lights_lights_t *lights;
    bool announced;
    uint32_t since;
} restart_restart_t;

/** Makes a new `Restart` at `self`. */
TS_SHARED void restart_restart_init(restart_restart_t *self, lights_lights_t *lights);

/** Announces it. Who asks again does not wait longer. */
TS_SHARED void restart_restart_ask(restart_restart_t *self, uint32_t now);

/** The device goes on. */
TS_SHARED void restart_restart_cancel(restart_restart_t *self, uint32_t now);

/** The seconds until it restarts; −1 where it does not. */
TS_SHARED int8_t restart_restart_seconds_left(restart_restart_t *self, uint32_t now);

/** Restarts when the time has come. */
TS_SHARED void restart_restart_tick(restart_restart_t *self, uint32_t now);
