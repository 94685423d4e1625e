/* Made by ts2c from ts/p1/text.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"

/** The texts of one telegram, one behind the other, as UTF-8. */
typedef struct {
    uint8_t bytes[2048];
    uint16_t used;
} p1_text_store_t;

/** How many bytes the texts and lists of one telegram may take together. */
#define P1_TEXT_BYTES 2048

/** Makes a new `TextStore` at `self`. */
TS_SHARED void p1_text_store_init(p1_text_store_t *self);

TS_SHARED void p1_text_store_clear(p1_text_store_t *self);

/** Where the next text will lie. */
TS_SHARED uint16_t p1_text_store_mark(p1_text_store_t *self);

/** Takes back every text from the mark on. */
TS_SHARED void p1_text_store_reset(p1_text_store_t *self, uint16_t mark);

/** The `length` bytes at `from`. */
TS_SHARED ts_bytes p1_text_store_view(p1_text_store_t *self, uint16_t from, uint16_t length);

/** Adds `source[from … to)` as it is. False, and nothing added, when it does not fit. */
TS_SHARED bool p1_text_store_add(p1_text_store_t *self, ts_bytes source, uint32_t from, uint32_t to);

/**
 * Adds the text that `source[from … to)` spells in hexadecimal, or itself where it is no hexadecimal. What is no UTF-8
 * is mended. False, and nothing added, when it does not fit.
 */
TS_SHARED bool p1_text_store_add_message(p1_text_store_t *self, ts_bytes source, uint32_t from, uint32_t to);

/** Adds a text that is to be published: what is no UTF-8 is mended. False, and nothing added, when it does not fit. */
TS_SHARED bool p1_text_store_add_text(p1_text_store_t *self, ts_bytes source, uint32_t from, uint32_t to);
