/* Made by ts2c from ts/simulator/random.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Marsaglia's xorshift generator with 32 bits of state ("Xorshift RNGs", 2003, page 4). */
typedef struct {
    uint32_t state;
} simulator_random_t;

/** Makes a new `Random` at `self`. */
TS_SHARED void simulator_random_init(simulator_random_t *self);

/** Starts the series again from `seed`. */
TS_SHARED void simulator_random_seed(simulator_random_t *self, uint32_t seed);

/** The next number of the series, never 0. */
TS_SHARED uint32_t simulator_random_next(simulator_random_t *self);

/** A number from 0 up to, but without, `end`. */
TS_SHARED uint16_t simulator_random_below(simulator_random_t *self, uint32_t end);
