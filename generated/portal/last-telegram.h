/* Made by ts2c from ts/portal/last-telegram.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** The last good telegram, as it came, for who asks for it while the next one is being read. */
typedef struct {
    uint8_t bytes[8192];
    uint16_t length;
} portal_last_telegram_t;

/** Makes a new `LastTelegram` at `self`. */
void portal_last_telegram_init(portal_last_telegram_t *self);

/** Keeps a telegram; one that was too long to be copied takes the place of the one before, too. */
void portal_last_telegram_take(portal_last_telegram_t *self, ts_bytes telegram);

/** Nothing before the first. */
ts_bytes portal_last_telegram_view(portal_last_telegram_t *self);
