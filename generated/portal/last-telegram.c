/* Made by ts2c from ts/portal/last-telegram.ts: change that file, not this one. */

#include "portal/last-telegram.h"

#define SIZE 8192

void portal_last_telegram_init(portal_last_telegram_t *self)
{
    memset(self, 0, sizeof(*self));
}

void portal_last_telegram_take(portal_last_telegram_t *self, ts_bytes telegram)
{
    self->length = 0;
    if (telegram.length <= SIZE) {
        ts_span_u8_set((ts_span_u8){.data = self->bytes, .length = 8192}, telegram.data, telegram.length, 0);
        self->length = (uint16_t)telegram.length;
    }
}

ts_bytes portal_last_telegram_view(portal_last_telegram_t *self)
{
    return ts_bytes_subarray((ts_bytes){.data = self->bytes, .length = 8192}, 0, self->length);
}
