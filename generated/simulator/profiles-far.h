/* Made by ts2c from ts/simulator/profiles-far.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "simulator/row.h"

/**
 * Sweden: nothing that tells whose meter it is. Source: Energiföretagen H1 v2.0 (SWEMP1).
 */
extern const simulator_row_t SIMULATOR_SWEDEN[27];

/**
 * Hungary (E.ON): numbers for texts, power factors, frequency.
 */
extern const simulator_row_t SIMULATOR_HUNGARY[31];
