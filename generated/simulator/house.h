/* Made by ts2c from ts/simulator/house.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "simulator/local-time.h"
#include "simulator/random.h"

/** A house with three phases, solar panels, gas and water. */
typedef struct {
    /** Energy from the net while the tariff is low (night and weekend), and otherwise. */
    int64_t import_low;
    int64_t import_high;
    /** Energy into the net while the tariff is low, and otherwise. */
    int64_t export_low;
    int64_t export_high;
    /** Whether the tariff is low now. */
    bool low;
    /** Gas and water, as the electricity meter last read them over M-Bus, and when that was, in UTC seconds. */
    uint32_t gas;
    uint32_t water;
    int64_t read_time;
    /** Energy from the net in this quarter of an hour: what the Belgian capacity tariff looks at. */
    int64_t quarter_energy;
    /** The highest quarter hour of this month, as average power in W. */
    uint16_t peak;
    /** When the quarter hour of {@link peak} ended, in UTC seconds. */
    int64_t peak_time;
    int16_t phases[3];
    simulator_random_t random;
    uint32_t used_gas;
    uint32_t used_water;
    int64_t quarter;
    uint8_t month;
} simulator_house_t;

/** Makes a new `House` at `self`. */
TS_SHARED void simulator_house_init(simulator_house_t *self);

/** Any load, and all chance from now on, follow from `seed`. */
TS_SHARED void simulator_house_seed(simulator_house_t *self, uint32_t seed);

/**
 * What phase 1, 2 or 3 draws; for 0 what the house draws: the net over its phases, as the registers count. Source:
 * e-MUCS P1 v1.7.1, note 3.
 */
TS_SHARED int16_t simulator_house_power(simulator_house_t *self, uint8_t phase);

/** The voltage of a phase in tenths of a volt: it gives way a little under load. */
TS_SHARED uint16_t simulator_house_voltage(simulator_house_t *self, uint8_t phase);

/** The current of a phase in hundredths of an ampere, without direction, as meters show it. */
TS_SHARED uint16_t simulator_house_current(simulator_house_t *self, uint8_t phase);

/**
 * `seconds` have passed, and it is `utc` (which the meter calls `time`): the registers move by the power of that
 * while, then the load changes. The gas and water meters are read every `readEvery` seconds.
 */
TS_SHARED void simulator_house_pass(simulator_house_t *self, uint16_t seconds, uint32_t utc, simulator_local_time_t time, uint16_t read_every);

/** The running quarter's energy, spread over a quarter of an hour: average power in W. */
TS_SHARED uint16_t simulator_house_average(simulator_house_t *self);
