/* Made by ts2c from ts/simulator/row.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** What a line shows. `fixed` is a line that never changes. */
typedef enum TS_NARROW {
    SIMULATOR_SHOWN_FIXED,
    SIMULATOR_SHOWN_TIME,
    SIMULATOR_SHOWN_TARIFF_DUTCH,
    SIMULATOR_SHOWN_TARIFF_BELGIAN,
    SIMULATOR_SHOWN_IMPORT,
    SIMULATOR_SHOWN_IMPORT_LOW,
    SIMULATOR_SHOWN_IMPORT_HIGH,
    SIMULATOR_SHOWN_EXPORT,
    SIMULATOR_SHOWN_EXPORT_LOW,
    SIMULATOR_SHOWN_EXPORT_HIGH,
    SIMULATOR_SHOWN_REACTIVE_IMPORT_TOTAL,
    SIMULATOR_SHOWN_REACTIVE_EXPORT_TOTAL,
    SIMULATOR_SHOWN_POWER_IMPORT,
    SIMULATOR_SHOWN_POWER_EXPORT,
    SIMULATOR_SHOWN_REACTIVE_IMPORT,
    SIMULATOR_SHOWN_REACTIVE_EXPORT,
    SIMULATOR_SHOWN_VOLTAGE,
    SIMULATOR_SHOWN_CURRENT,
    SIMULATOR_SHOWN_GAS,
    SIMULATOR_SHOWN_GAS_TWO_LINES,
    SIMULATOR_SHOWN_WATER,
    SIMULATOR_SHOWN_QUARTER_AVERAGE,
    SIMULATOR_SHOWN_MONTH_PEAK,
    SIMULATOR_SHOWN_MONTH_PEAKS,
} simulator_shown_t;

/** A line of a profile: the code, and how its value is written. The specifications call it `Fn(d,d)`. */
typedef struct {
    /** The OBIS code. */
    ts_bytes code;
    simulator_shown_t what;
    /** Which phase it is of, 1 to 3; 0 is the whole house. */
    uint8_t phase;
    /** How many digits the number has in all, leading zeros included. */
    uint8_t digits;
    /** How many of them stand behind the point. */
    uint8_t decimals;
    /** The unit; of a `fixed` line all that follows the code. */
    ts_bytes tail;
} simulator_row_t;

typedef struct {
    const simulator_row_t *data;
    uint32_t length;
} simulator_row_table_t;
