/* Made by ts2c from ts/p1/buffer.ts: change that file, not this one. */

#include "p1/buffer.h"

void p1_line_buffer_init(p1_line_buffer_t *self)
{
    memset(self, 0, sizeof(*self));
}

void p1_line_buffer_clear(p1_line_buffer_t *self)
{
    self->used = 0;
    self->row = 0;
    self->slash = 0;
}

bool p1_line_buffer_is_empty(p1_line_buffer_t *self)
{
    return self->used == 0;
}

bool p1_line_buffer_is_at_row_start(p1_line_buffer_t *self)
{
    return self->used == self->row;
}

bool p1_line_buffer_is_first_row(p1_line_buffer_t *self)
{
    return self->row == 0;
}

ts_bytes p1_line_buffer_view(p1_line_buffer_t *self)
{
    return ts_bytes_slice((ts_bytes){.data = self->bytes, .length = 2124}, 0, self->used);
}

ts_bytes p1_line_buffer_padded(p1_line_buffer_t *self)
{
    return (ts_bytes){.data = self->bytes, .length = 2124};
}

uint16_t p1_line_buffer_room(p1_line_buffer_t *self)
{
    return (uint16_t)(P1_LINE_LIMIT - self->used);
}

void p1_line_buffer_add(p1_line_buffer_t *self, ts_bytes part)
{
    const uint32_t used = self->used;
    if (part.length <= P1_LINE_LIMIT - used) {
        ts_span_u8_set((ts_span_u8){.data = self->bytes, .length = 2124}, part.data, part.length, used);
        self->used = (uint16_t)(used + part.length);
    }
}

bool p1_line_buffer_add_slash(p1_line_buffer_t *self)
{
    const uint32_t used = self->used;
    if (used >= P1_LINE_LIMIT) {
        return false;
    }
    self->bytes[used] = P1_SLASH;
    if ((int32_t)used - self->slash != 5 || !p1_is_holley(ts_bytes_slice((ts_bytes){.data = self->bytes, .length = 2124}, (uint32_t)(self->slash + 1), used))) {
        self->slash = (uint16_t)used;
    }
    self->used = (uint16_t)(used + 1u);
    return true;
}

void p1_line_buffer_end_row(p1_line_buffer_t *self)
{
    self->row = self->used;
    self->slash = self->used;
}

bool p1_line_buffer_holds_start(p1_line_buffer_t *self)
{
    if (self->slash <= self->row) {
        return false;
    }
    for (uint32_t at = self->slash; at < self->used; at++) {
        const uint32_t byte = self->bytes[at];
        if (byte == P1_OPEN || byte == P1_CLOSE) {
            return false;
        }
    }
    return true;
}

uint32_t p1_line_buffer_drop_before_slash(p1_line_buffer_t *self)
{
    const uint32_t dropped = self->slash;
    ts_span_u8_copy_within((ts_span_u8){.data = self->bytes, .length = 2124}, 0, dropped, self->used);
    self->used = (uint16_t)(dropped <= self->used ? self->used - dropped : 0u);
    self->row = 0;
    self->slash = 0;
    return dropped;
}
