/* Made by ts2c from ts/p1/obis.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"

/** A code that was read, and where its values begin. */
typedef struct {
    uint32_t code;
    /** The index of the first opening bracket; 0 where there is no code. */
    uint32_t end;
} p1_parsed_code_t;

/** One of the numbers of a code. */
typedef struct {
    /** More than 255 where there is none. */
    uint32_t value;
    /** The index of the first byte behind it. */
    uint32_t end;
} p1_part_t;

/** The code `a-b:c.d.e`. */
uint32_t p1_obis_code(uint8_t a, uint8_t b, uint8_t c, uint8_t d, uint8_t e);

/** The medium: 0 general, 1 electricity. */
uint8_t p1_medium(uint32_t code);

/** The channel: in a P1 telegram the number of the M-Bus device, 0 for the meter itself. */
uint8_t p1_channel(uint32_t code);

/** The quantity, the third part: 1 is active power taken from the grid, 24 an M-Bus device, 96 text and counters. */
uint8_t p1_quantity(uint32_t code);

/** The kind of measurement, the fourth part: 7 now, 8 a total, 6 a maximum. */
uint8_t p1_measurement(uint32_t code);

/** The tariff or number, the fifth part. */
uint8_t p1_tariff(uint32_t code);

/** Whether a code is the reading of an M-Bus device: `0-n:24.2.1`, Belgian gas `0-n:24.2.3`, DSMR 2.2 gas `0-n:24.3.0`. */
bool p1_is_mbus_reading(uint32_t code);

/**
 * Reads the code at `line[from …]`. Meters write the sixth part as `*255` or `.255`, which changes nothing, and one sends
 * `1-0:72:32.0` with a colon for a dot.
 */
p1_parsed_code_t p1_parse_code(ts_bytes line, uint32_t from);

/** Reads one to three digits at `line[from …]`. */
p1_part_t p1_parse_part(ts_bytes line, uint32_t from);

/** Writes the code as `1-0:1.8.1`. */
void p1_write_code(ts2c_writer_t *writer, uint32_t code);
