/* Made by ts2c from ts/p1/buffer.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"
#include "p1/identification.h"
#include "p1/obis.h"
#include "p1/row.h"

/**
 * The line that is being read. A line that begins with `(` continues the one before (DSMR 2.2 and 3 put the gas reading on
 * a line of its own), so that an object may be made of several lines as sent; what was sent as one is called a row here.
 */
typedef struct {
    uint8_t bytes[2124];
    uint16_t used;
    /** Where the present row begins. */
    uint16_t row;
    /** Where the last `/` of the present row stands; the row's beginning when it has none behind that. */
    uint16_t slash;
} p1_line_buffer_t;

/** Makes a new `LineBuffer` at `self`. */
TS_SHARED void p1_line_buffer_init(p1_line_buffer_t *self);

TS_SHARED void p1_line_buffer_clear(p1_line_buffer_t *self);

TS_SHARED bool p1_line_buffer_is_empty(p1_line_buffer_t *self);

/** Whether the present row has no byte yet. */
TS_SHARED bool p1_line_buffer_is_at_row_start(p1_line_buffer_t *self);

/** Whether the present row is the line's first. */
TS_SHARED bool p1_line_buffer_is_first_row(p1_line_buffer_t *self);

/** The whole line so far. */
TS_SHARED ts_bytes p1_line_buffer_view(p1_line_buffer_t *self);

/** The same, with whatever lies behind it. */
TS_SHARED ts_bytes p1_line_buffer_padded(p1_line_buffer_t *self);

/** How many bytes fit. */
TS_SHARED uint16_t p1_line_buffer_room(p1_line_buffer_t *self);

/** Adds bytes that hold no `/` and no line end, at most as many as there is {@link room} for. */
TS_SHARED void p1_line_buffer_add(p1_line_buffer_t *self, ts_bytes part);

/** Adds a `/`. False when it does not fit. */
TS_SHARED bool p1_line_buffer_add_slash(p1_line_buffer_t *self);

/** Ends the present row; what is added from now on is the next one. */
TS_SHARED void p1_line_buffer_end_row(p1_line_buffer_t *self);

/**
 * Whether a telegram begins in the middle of the present row: behind its last `/` stands no bracket, as in an
 * identification and in no other row.
 */
TS_SHARED bool p1_line_buffer_holds_start(p1_line_buffer_t *self);

/** Drops what stands before the last `/` of the present row, which becomes the whole line, and says how much it was. */
TS_SHARED uint32_t p1_line_buffer_drop_before_slash(p1_line_buffer_t *self);
