/* Made by ts2c from ts/simulator/faults.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "simulator/random.h"

/**
 * `crc`: each telegram's CRC is wrong. `noise`: bytes that belong to no telegram come before each. `cut`: each ends in its
 * middle. `silence`: none comes. `burst`: three come at once.
 */
typedef enum TS_NARROW {
    SIMULATOR_FAULT_NONE,
    SIMULATOR_FAULT_CRC,
    SIMULATOR_FAULT_NOISE,
    SIMULATOR_FAULT_CUT,
    SIMULATOR_FAULT_SILENCE,
    SIMULATOR_FAULT_BURST,
} simulator_fault_t;

/** Noise: any bytes, as a line picks them up. */
typedef struct {
    simulator_random_t random;
    uint8_t bytes[64];
} simulator_noise_t;

/** The fault at a place of the choices of the setting `simulator_fault`. */
TS_SHARED simulator_fault_t simulator_fault_at(int64_t place);

/** Makes a new `Noise` at `self`. */
TS_SHARED void simulator_noise_init(simulator_noise_t *self);

TS_SHARED void simulator_noise_seed(simulator_noise_t *self, uint32_t seed);

TS_SHARED ts_bytes simulator_noise_next(simulator_noise_t *self);
