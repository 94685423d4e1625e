/* Made by ts2c from ts/simulator/row.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** What a line shows. `fixed` is a line that never changes. */
typedef enum {
    SIMULATOR_QUANTITY_FIXED,
    SIMULATOR_QUANTITY_TIME,
    SIMULATOR_QUANTITY_TARIFF_DUTCH,
    SIMULATOR_QUANTITY_TARIFF_BELGIAN,
    SIMULATOR_QUANTITY_IMPORT,
    SIMULATOR_QUANTITY_IMPORT_LOW,
    SIMULATOR_QUANTITY_IMPORT_HIGH,
    SIMULATOR_QUANTITY_EXPORT,
    SIMULATOR_QUANTITY_EXPORT_LOW,
    SIMULATOR_QUANTITY_EXPORT_HIGH,
    SIMULATOR_QUANTITY_REACTIVE_IMPORT_TOTAL,
    SIMULATOR_QUANTITY_REACTIVE_EXPORT_TOTAL,
    SIMULATOR_QUANTITY_POWER_IMPORT,
    SIMULATOR_QUANTITY_POWER_EXPORT,
    SIMULATOR_QUANTITY_REACTIVE_IMPORT,
    SIMULATOR_QUANTITY_REACTIVE_EXPORT,
    SIMULATOR_QUANTITY_VOLTAGE,
    SIMULATOR_QUANTITY_CURRENT,
    SIMULATOR_QUANTITY_GAS,
    SIMULATOR_QUANTITY_GAS_TWO_LINES,
    SIMULATOR_QUANTITY_WATER,
    SIMULATOR_QUANTITY_QUARTER_AVERAGE,
    SIMULATOR_QUANTITY_MONTH_PEAK,
    SIMULATOR_QUANTITY_MONTH_PEAKS,
} simulator_quantity_t;

/** A line of a profile: the code, and how its value is written. The specifications call it `Fn(d,d)`. */
typedef struct {
    /** The OBIS code. */
    ts_bytes code;
    simulator_quantity_t what;
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
