/* Made by ts2c from ts/neighbours/homewizard-fields.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** One field. */
typedef struct {
    uint32_t code;
    ts_bytes name;
    /** Whether it is power in W, of which the meter says kW. */
    bool is_power;
} neighbours_field_t;

/** As many tariffs the API knows. */
#define NEIGHBOURS_TARIFFS 4

/** The codes of an id, of the meter itself: with an M-Bus channel in them they are that device's. */
extern const uint32_t NEIGHBOURS_CODES_OF_ID[2];

extern const neighbours_field_t NEIGHBOURS_FIELDS[19];
