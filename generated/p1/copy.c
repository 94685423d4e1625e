/* Made by ts2c from ts/p1/copy.ts: change that file, not this one. */

#include "p1/copy.h"

#define SIZE 8192

#define END 2

void p1_telegram_copy_init(p1_telegram_copy_t *self)
{
    memset(self, 0, sizeof(*self));
    self->whole = true;
}

void p1_telegram_copy_clear(p1_telegram_copy_t *self)
{
    self->used = 0;
    self->whole = true;
}

void p1_telegram_copy_add(p1_telegram_copy_t *self, ts_bytes part)
{
    const uint32_t used = self->used;
    const uint32_t end = (uint32_t)(SIZE - END);
    if (part.length <= end - used) {
        ts_span_u8_set((ts_span_u8){.data = self->bytes, .length = 8192}, part.data, part.length, used);
        self->used = (uint16_t)(used + part.length);
    } else {
        self->whole = false;
    }
}

void p1_telegram_copy_end(p1_telegram_copy_t *self, ts_bytes identification)
{
    const uint32_t used = self->used;
    self->start = used;
    for (int32_t at = (int32_t)used - (int32_t)identification.length - 1; at >= 0 && self->start == used; at--) {
        if (self->bytes[at] == P1_SLASH && bytes_same_bytes(ts_bytes_subarray((ts_bytes){.data = self->bytes, .length = 8192}, at + 1, (uint32_t)(at + 1) + identification.length), identification)) {
            self->start = (uint32_t)at;
        }
    }
    const uint32_t last = (uint32_t)(used > 0u ? self->bytes[used - 1u] : P1_LINE_FEED);
    uint32_t length = used;
    if (last != P1_LINE_FEED && last != P1_CARRIAGE_RETURN) {
        self->bytes[used] = P1_CARRIAGE_RETURN;
        length = used + 1u;
    }
    if (last != P1_LINE_FEED) {
        self->bytes[length] = P1_LINE_FEED;
        length++;
    }
    self->length = (uint16_t)length;
}

ts_bytes p1_telegram_copy_view(p1_telegram_copy_t *self)
{
    return ts_as_bytes(self->whole ? ts_span_u8_subarray((ts_span_u8){.data = self->bytes, .length = 8192}, self->start, self->length) : ts_span_u8_subarray((ts_span_u8){.data = self->bytes, .length = 8192}, 0, 0));
}
