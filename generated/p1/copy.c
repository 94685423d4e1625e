/* Made by ts2c from ts/p1/copy.ts: change that file, not this one. */

#include "p1/copy.h"

#define SIZE_IN_P1_COPY 6144

#define END_IN_P1_COPY 2

static inline void p1_telegram_copy_forget(p1_telegram_copy_t *self);
static inline void p1_telegram_copy_keep(p1_telegram_copy_t *self, uint32_t start, uint32_t end);

void p1_telegram_copy_init(p1_telegram_copy_t *self)
{
    memset(self, 0, sizeof(*self));
    self->whole = true;
}

void p1_telegram_copy_clear(p1_telegram_copy_t *self)
{
    self->used = self->kept;
    self->whole = true;
}

void p1_telegram_copy_add(p1_telegram_copy_t *self, ts_bytes part)
{
    if (self->kept > 0 && part.length > (uint32_t)(SIZE_IN_P1_COPY - END_IN_P1_COPY - ts_min_i32(self->used, SIZE_IN_P1_COPY - END_IN_P1_COPY))) {
        p1_telegram_copy_forget(self);
    }
    const uint32_t used = self->used;
    const uint32_t end = (uint32_t)(SIZE_IN_P1_COPY - END_IN_P1_COPY);
    if (used <= end && part.length <= end - used) {
        ts_span_u8_set((ts_span_u8){.data = self->bytes, .length = 6144}, part.data, part.length, used);
        self->used = (uint16_t)(used + part.length);
    } else {
        self->whole = false;
    }
}

/** Gives the room of the last telegram to the one that is being read. */
static inline void p1_telegram_copy_forget(p1_telegram_copy_t *self)
{
    const uint32_t kept = self->kept;
    const uint32_t used = self->used;
    self->kept = 0;
    if (used >= kept) {
        ts_span_u8_copy_within((ts_span_u8){.data = self->bytes, .length = 6144}, 0, kept, used);
        self->used = (uint16_t)(used - kept);
    }
}

void p1_telegram_copy_end(p1_telegram_copy_t *self, ts_bytes identification)
{
    const uint32_t used = self->used;
    const uint32_t kept = self->kept;
    uint32_t start = used;
    for (int32_t at = (int32_t)used - (int32_t)identification.length - 1; at >= (int32_t)kept && start == used; at--) {
        if (self->bytes[at] == P1_SLASH && bytes_same_bytes(ts_bytes_slice((ts_bytes){.data = self->bytes, .length = 6144}, (uint32_t)(at + 1), (uint32_t)(at + 1) + identification.length), identification)) {
            start = (uint32_t)at;
        }
    }
    const uint32_t last = (uint32_t)(used > 0u ? self->bytes[used - 1u] : P1_LINE_FEED);
    uint32_t length = used;
    if (last != P1_LINE_FEED && last != P1_CARRIAGE_RETURN && length < SIZE_IN_P1_COPY) {
        self->bytes[length] = P1_CARRIAGE_RETURN;
        length++;
    }
    if (last != P1_LINE_FEED && length < SIZE_IN_P1_COPY) {
        self->bytes[length] = P1_LINE_FEED;
        length++;
    }
    p1_telegram_copy_keep(self, start, length);
}

/** Keeps what lies there as the last telegram; one that was too long is not kept, and takes the last one's place too. */
static inline void p1_telegram_copy_keep(p1_telegram_copy_t *self, uint32_t start, uint32_t end)
{
    self->kept = 0;
    if (self->whole && start <= end) {
        ts_span_u8_copy_within((ts_span_u8){.data = self->bytes, .length = 6144}, 0, start, end);
        self->kept = (uint16_t)ts_min_u32(end - start, SIZE_IN_P1_COPY);
    }
    self->used = self->kept;
    self->whole = true;
}

ts_bytes p1_telegram_copy_view(p1_telegram_copy_t *self)
{
    return ts_bytes_slice((ts_bytes){.data = self->bytes, .length = 6144}, 0, self->kept);
}
