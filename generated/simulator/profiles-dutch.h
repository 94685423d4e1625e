/* Made by ts2c from ts/simulator/profiles-dutch.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "simulator/row.h"

/**
 * DSMR 5.0.2: every second, voltages, gas every five minutes. Source: DSMR 5.0.2 P1, 6.12.
 */
extern const simulator_row_t SIMULATOR_DSMR_5[35];

/**
 * DSMR 4.2: every ten seconds, gas every hour. Source: DSMR 4.2.2 P1, 6.12.
 */
extern const simulator_row_t SIMULATOR_DSMR_42[34];

/**
 * DSMR 2.2: no version, no time, no CRC, and the gas meter's value on a line of its own. Source: DSMR 2.2 P1, 6.
 */
extern const simulator_row_t SIMULATOR_DSMR_22[16];
