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

/** So many bytes have the longest code with its bracket, `15-15:255.255.255*255(`, and whatever is looked at behind it. */
#define P1_CODE_WINDOW 24

/** The code `a-b:c.d.e`. */
TS_SHARED uint32_t p1_obis_code(uint8_t a, uint8_t b, uint8_t c, uint8_t d, uint8_t e);

/** The medium: 0 general, 1 electricity. */
TS_SHARED uint8_t p1_medium(uint32_t code);

/** The channel: in a P1 telegram the number of the M-Bus device, 0 for the meter itself. */
TS_SHARED uint8_t p1_channel(uint32_t code);

/** The quantity, the third part: 1 is active power taken from the grid, 24 an M-Bus device, 96 text and counters. */
TS_SHARED uint8_t p1_quantity(uint32_t code);

/** The kind of measurement, the fourth part: 7 now, 8 a total, 6 a maximum. */
TS_SHARED uint8_t p1_measurement(uint32_t code);

/** The tariff or number, the fifth part. */
TS_SHARED uint8_t p1_tariff(uint32_t code);

/** Whether a code is the reading of an M-Bus device: `0-n:24.2.1`, Belgian gas `0-n:24.2.3`, DSMR 2.2 gas `0-n:24.3.0`. */
TS_SHARED bool p1_is_mbus_reading(uint32_t code);

/**
 * Reads the code at `line[from …]`, behind which {@link CODE_WINDOW} bytes must follow, whatever they are: then nothing has to be
 * asked before each of them. Meters write the sixth part as `*255` or `.255`, which changes nothing, and one sends `1-0:72:32.0` with a
 * colon for a dot.
 */
TS_SHARED p1_parsed_code_t p1_parse_code(ts_bytes line, uint32_t from);

/** Reads the code that a text begins with, which may end right behind it. */
TS_SHARED p1_parsed_code_t p1_code_of(ts_bytes text);

/** Writes the code as `1-0:1.8.1`. */
TS_SHARED void p1_write_code(ts2c_writer_t *writer, uint32_t code);
