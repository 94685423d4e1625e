/* Made by ts2c from ts/p1/copy.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "p1/ascii.h"

/**
 * The bytes of telegrams, as they came, for whoever passes them on: of the last good one, and behind it of the one that is being
 * read. One that is so long that there is no room for both takes the place of the last.
 */
typedef struct {
    uint8_t bytes[6144];
    /** The last good telegram lies at the beginning. */
    uint16_t kept;
    /** Up to where the bytes of the one that is being read lie behind it. */
    uint16_t used;
    bool whole;
} p1_telegram_copy_t;

/** Makes a new `TelegramCopy` at `self`. */
TS_SHARED void p1_telegram_copy_init(p1_telegram_copy_t *self);

/** What was begun is none: the next telegram begins. */
TS_SHARED void p1_telegram_copy_clear(p1_telegram_copy_t *self);

/** Adds bytes of the telegram, or of what stands before it. */
TS_SHARED void p1_telegram_copy_add(p1_telegram_copy_t *self, ts_bytes part);

/**
 * Ends the telegram of that identification: it begins with the last `/` that this stands behind. Its line end is made
 * whole, since it may still be on its way.
 */
TS_SHARED void p1_telegram_copy_end(p1_telegram_copy_t *self, ts_bytes identification);

/** The last good telegram; nothing before the first, where it was too long to be kept, or where a longer one is being read. */
TS_SHARED ts_bytes p1_telegram_copy_view(p1_telegram_copy_t *self);
