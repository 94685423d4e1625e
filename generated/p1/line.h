/* Made by ts2c from ts/p1/line.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/form.h"
#include "p1/obis.h"
#include "p1/groups.h"
#include "p1/list.h"
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
} p1_line_reader_t;

/** Makes a new `LineReader` at `self`. */
void p1_line_reader_init(p1_line_reader_t *self, p1_staging_t *staging);

/** Begins a telegram. */
void p1_line_reader_clear(p1_line_reader_t *self);

/** Takes a line with its number. What can't be read costs this line only. */
void p1_line_reader_take(p1_line_reader_t *self, ts_bytes line, uint32_t number);
