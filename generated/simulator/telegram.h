/* Made by ts2c from ts/simulator/telegram.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "simulator/house.h"
#include "simulator/local-time.h"
#include "simulator/row.h"

/** A number, and how many decimals it has. */
typedef struct {
    uint32_t value;
    uint8_t decimals;
} simulator_scaled_t;

/** Writes one line of a telegram, with its line end. `utc` is the meter's own time. */
TS_SHARED void simulator_write_row(ts2c_writer_t *out, simulator_house_t *house, simulator_row_t row, uint32_t utc, bool standard_only);
