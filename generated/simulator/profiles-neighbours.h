/* Made by ts2c from ts/simulator/profiles-neighbours.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "simulator/row.h"

/**
 * Belgium: tariff 1 is the day's, the month's peak, amperes with two decimals. Source: e-MUCS P1 v1.7.1, 5.
 */
extern const simulator_row_t SIMULATOR_BELGIUM[36];

/**
 * Luxembourg, as it reads when it is decrypted: no tariffs, reactive energy. Source: Luxembourg P1 v1.1.3.
 */
extern const simulator_row_t SIMULATOR_LUXEMBOURG[49];

/**
 * Switzerland: the totals are those of channel 1.
 */
extern const simulator_row_t SIMULATOR_SWITZERLAND[24];
