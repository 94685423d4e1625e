/* Made by ts2c from ts/simulator/simulator.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/crc16.h"
#include "simulator/house.h"
#include "simulator/local-time.h"
#include "simulator/profiles-far.h"
#include "simulator/profiles-dutch.h"
#include "simulator/profiles-neighbours.h"
#include "simulator/row.h"
#include "simulator/telegram.h"

/** Whose meter is played: by country, and in the Netherlands by version of DSMR (2.2, 4.2, 5). */
typedef enum TS_NARROW {
    SIMULATOR_PROFILE_NL22,
    SIMULATOR_PROFILE_NL42,
    SIMULATOR_PROFILE_NL5,
    SIMULATOR_PROFILE_BE,
    SIMULATOR_PROFILE_LU,
    SIMULATOR_PROFILE_SE,
    SIMULATOR_PROFILE_HU,
    SIMULATOR_PROFILE_CH,
} simulator_profile_t;

/** Plays one meter. */
typedef struct {
    simulator_house_t house;
    uint8_t buffer[1280];
    ts2c_writer_t out;
    uint32_t time;
} simulator_simulator_t;

/** The profile at a place of the choices of the setting `simulator_profile`. */
TS_SHARED simulator_profile_t simulator_profile_at(int64_t place);

/** Makes a new `Simulator` at `self`. */
TS_SHARED void simulator_simulator_init(simulator_simulator_t *self);

/** Gives the house a random load that follows from `seed`. */
TS_SHARED void simulator_simulator_seed(simulator_simulator_t *self, uint32_t seed);

/**
 * The next telegram, `seconds` after the one before. `utc` is the time, 0 if unknown: then the meter's clock runs on by
 * itself. The bytes are valid until the next call.
 */
TS_SHARED ts_bytes simulator_simulator_next(simulator_simulator_t *self, simulator_profile_t profile, uint16_t seconds, int64_t utc);

/** Makes the CRC of the telegram that {@link next} made wrong. One that has none, of DSMR 2.2, loses its end instead. */
TS_SHARED void simulator_simulator_spoil(simulator_simulator_t *self);
