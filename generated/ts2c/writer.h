/* Made by ts2c from ts2c/writer.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"

/**
 * Builds text in a caller's bytes. What does not fit is left out, and `full` stays set from then on: a reader of the
 * result checks it once, at the end.
 */
typedef struct {
    ts_span_u8 target;
    uint32_t used;
    bool overflowed;
} ts2c_writer_t;

/** Makes a new `Writer` at `self`. */
TS_SHARED void ts2c_writer_init(ts2c_writer_t *self, ts_span_u8 target);

/** Whether something did not fit since the last `clear` (or since the mark that was reset to). */
TS_SHARED bool ts2c_writer_full(ts2c_writer_t *self);

/** How many bytes are written. */
TS_SHARED uint32_t ts2c_writer_length(ts2c_writer_t *self);

/** What is written so far, as a view of the caller's bytes. */
TS_SHARED ts_bytes ts2c_writer_view(ts2c_writer_t *self);

/** Forgets everything. */
TS_SHARED void ts2c_writer_clear(ts2c_writer_t *self);

/** Where the writer stands, for {@link reset}. */
TS_SHARED uint32_t ts2c_writer_mark(ts2c_writer_t *self);

/** Takes back what was written since the mark, and that it did not fit. */
TS_SHARED void ts2c_writer_reset(ts2c_writer_t *self, uint32_t mark);

TS_SHARED void ts2c_writer_byte(ts2c_writer_t *self, uint8_t value);

/** Writes all of `value`, or nothing of it. */
TS_SHARED void ts2c_writer_bytes(ts2c_writer_t *self, ts_bytes value);

/** Writes a text as UTF-8. */
TS_SHARED void ts2c_writer_text(ts2c_writer_t *self, ts_bytes value);

/** Writes an integer in decimal digits. */
TS_SHARED void ts2c_writer_int(ts2c_writer_t *self, int64_t value);

/** Writes `value` / 10^`decimals` with exactly that many decimals: `decimal(-1205, 3)` gives `-1.205`. */
TS_SHARED void ts2c_writer_decimal(ts2c_writer_t *self, int64_t value, uint8_t decimals);

/** Writes two hexadecimal digits for each byte. */
TS_SHARED void ts2c_writer_hex(ts2c_writer_t *self, ts_bytes value);

/**
 * Writes a JSON string with its quotes. Bytes of UTF-8 pass; quotes, backslashes and control characters are escaped.
 * What is no UTF-8 is the caller's to mend before.
 */
TS_SHARED void ts2c_writer_json_string(ts2c_writer_t *self, ts_bytes value);
