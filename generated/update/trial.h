/* Made by ts2c from ts/update/trial.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/update.h"

/** The trial of the running image. */
typedef struct {
    bool running;
    uint32_t since;
    uint8_t version_buffer[32];
    uint8_t line_buffer[192];
    ts2c_writer_t line;
} update_trial_t;

/** Makes a new `Trial` at `self`. */
void update_trial_init(update_trial_t *self);

/** At power-up: tells what runs, and whether a newer image was rolled back. */
void update_trial_start(update_trial_t *self, uint32_t now);

/** `works`: network and broker are connected. */
void update_trial_tick(update_trial_t *self, bool works, uint32_t now);
