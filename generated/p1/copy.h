/* Made by ts2c from ts/p1/copy.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "p1/ascii.h"

/** The bytes of the telegram that is being read, as they came, for whoever passes it on. */
typedef struct {
    uint8_t bytes[8192];
    uint16_t used;
    bool whole;
    /** Where the telegram that was ended lies. */
    uint32_t start;
    uint16_t length;
} p1_telegram_copy_t;

/** Makes a new `TelegramCopy` at `self`. */
void p1_telegram_copy_init(p1_telegram_copy_t *self);

void p1_telegram_copy_clear(p1_telegram_copy_t *self);

/** Adds bytes of the telegram, or of what stands before it. */
void p1_telegram_copy_add(p1_telegram_copy_t *self, ts_bytes part);

/**
 * Ends the telegram of that identification: it begins with the last `/` that this stands behind. Its line end is made
 * whole, since it may still be on its way.
 */
void p1_telegram_copy_end(p1_telegram_copy_t *self, ts_bytes identification);

/** The telegram that was ended; nothing where it was too long to be kept. */
ts_bytes p1_telegram_copy_view(p1_telegram_copy_t *self);
