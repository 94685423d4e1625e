/* Made by ts2c from ts/p1/line.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/form.h"
#include "p1/obis.h"
#include "p1/groups.h"
#include "p1/list.h"
#include "p1/row.h"
#include "p1/short.h"
#include "p1/staging.h"
#include "p1/timestamp.h"
#include "p1/value.h"
#include "p1/ascii.h"

/** Makes a reading of each line of a telegram, in a {@link Staging} that is its owner's. */
typedef struct {
    p1_staging_t *staging;
    p1_dated_list_t list;
    /** Whether a line of this telegram says that it must end with a CRC. */
    bool crc_demanded;
    /** How many lines the last call of {@link takeWhole} took. */
    uint32_t taken;
} p1_line_reader_t;

/** Makes a new `LineReader` at `self`. */
TS_SHARED void p1_line_reader_init(p1_line_reader_t *self, p1_staging_t *staging);

/** Begins a telegram. */
TS_SHARED void p1_line_reader_clear(p1_line_reader_t *self);

/**
 * Takes the line `bytes[0 … end)` with its number. What can't be read costs this line only. Behind it {@link CODE_WINDOW} bytes must
 * follow, whatever they are.
 */
TS_SHARED void p1_line_reader_take(p1_line_reader_t *self, ts_bytes bytes, uint32_t end, uint32_t number);

/**
 * Takes the lines at `bytes[from …]` of which all is there: their end and the first byte of another line behind it; the first one has
 * that number. Returns the index of that byte, or `from` where nothing was taken; {@link taken} says how many lines that were.
 */
TS_SHARED uint32_t p1_line_reader_take_whole(p1_line_reader_t *self, ts_bytes bytes, uint32_t from, uint32_t number);
