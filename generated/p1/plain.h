/* Made by ts2c from ts/p1/plain.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"
#include "p1/buffer.h"
#include "p1/checksum.h"
#include "p1/counters.h"
#include "p1/footer.h"
#include "p1/frame.h"
#include "p1/identification.h"
#include "p1/line.h"
#include "p1/row.h"
#include "p1/outcome.h"
#include "p1/staging.h"

/** Where the reader is: between telegrams, in the lines from `/` on, behind `!`. */
typedef enum TS_NARROW {
    P1_STATE_NOISE,
    P1_STATE_LINES,
    P1_STATE_FOOTER,
} p1_state_t;

/**
 * Finds telegrams in plain bytes, from `/` to the CRC behind `!`, and stages their readings. It takes bytes in
 * chunks as they come, bounds a line and not the telegram, and looks at each byte once: the CRC runs along, a line is
 * read when it has ended. Whatever stands before, inside or behind a telegram, the next good one is found.
 */
typedef struct {
    /** What the last call of `read` or `silence` came to; the caller counts it. */
    p1_outcome_t outcome;
    /** Which CRC the telegram had, after the outcome "telegram". */
    p1_crc_t crc;
    /** The readings of the telegram, valid from the outcome "telegram" to the next call. */
    p1_staging_t *staged;
    p1_counters_t *counters;
    p1_state_t state;
    p1_checksum_t checksum;
    /** How many lines as sent the telegram has so far; the identification is the first. */
    uint32_t rows;
    /** The number of the line in the buffer. */
    uint32_t line_number;
    bool after_return;
    p1_line_buffer_t line;
    p1_line_reader_t *lines;
    p1_footer_t footer;
    p1_identification_t name;
} p1_plain_reader_t;

/** Makes a new `PlainReader` at `self`. */
TS_SHARED void p1_plain_reader_init(p1_plain_reader_t *self, p1_staging_t *staged, p1_line_reader_t *lines, p1_counters_t *counters);

/** Whether it is between telegrams. */
TS_SHARED bool p1_plain_reader_is_idle(p1_plain_reader_t *self);

/** The telegram's identification, without its `/`. */
TS_SHARED ts_bytes p1_plain_reader_identification(p1_plain_reader_t *self);

/** The CRC that stood behind `!`, after the outcome "crc". */
TS_SHARED uint16_t p1_plain_reader_crc_sent(p1_plain_reader_t *self);

/** The CRC-16/ARC of the telegram's bytes, after the outcome "crc". */
TS_SHARED uint16_t p1_plain_reader_crc_computed(p1_plain_reader_t *self);

/**
 * Takes bytes from `bytes[from …]` until a telegram has ended, well or not, or the chunk has, or an encrypted frame may
 * begin. Returns the index of the first byte that was not taken; `outcome` says why it stopped.
 */
TS_SHARED uint32_t p1_plain_reader_read(p1_plain_reader_t *self, ts_bytes bytes, uint32_t from);

/** There are no more bytes: what was begun is over. */
TS_SHARED void p1_plain_reader_silence(p1_plain_reader_t *self);
