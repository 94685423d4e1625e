/* Made by ts2c from ts2c/writer.ts: change that file, not this one. */

#include "ts2c/writer.h"

static const uint8_t HEX[16] = {
    48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 97, 98, 99, 100, 101, 102,
};

/** Ten to the power of the index, as far as an `int` goes. */
static const int64_t POWERS_IN_TS2C_WRITER[16] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, INT64_C(10000000000),
    INT64_C(100000000000), INT64_C(1000000000000), INT64_C(10000000000000), INT64_C(100000000000000),
    INT64_C(1000000000000000),
};

void ts2c_writer_init(ts2c_writer_t *self, ts_span_u8 target)
{
    memset(self, 0, sizeof(*self));
    self->target = target;
}

bool ts2c_writer_full(ts2c_writer_t *self)
{
    return self->overflowed;
}

uint32_t ts2c_writer_length(ts2c_writer_t *self)
{
    return self->used;
}

ts_bytes ts2c_writer_view(ts2c_writer_t *self)
{
    return ts_bytes_subarray(ts_as_bytes(self->target), 0, self->used);
}

void ts2c_writer_clear(ts2c_writer_t *self)
{
    self->used = 0;
    self->overflowed = false;
}

uint32_t ts2c_writer_mark(ts2c_writer_t *self)
{
    return self->used;
}

void ts2c_writer_reset(ts2c_writer_t *self, uint32_t mark)
{
    if (mark <= self->used) {
        self->used = mark;
        self->overflowed = false;
    }
}

void ts2c_writer_byte(ts2c_writer_t *self, uint8_t value)
{
    if (self->used < self->target.length) {
        self->target.data[self->used] = value;
        self->used++;
    } else {
        self->overflowed = true;
    }
}

void ts2c_writer_bytes(ts2c_writer_t *self, ts_bytes value)
{
    const uint32_t used = self->used;
    if (used <= self->target.length && value.length <= self->target.length - used) {
        ts_span_u8_set(self->target, value.data, value.length, used);
        self->used = used + value.length;
    } else {
        self->overflowed = true;
    }
}

void ts2c_writer_text(ts2c_writer_t *self, ts_bytes value)
{
    ts2c_writer_bytes(self, value);
}

void ts2c_writer_int(ts2c_writer_t *self, int64_t value)
{
    ts2c_writer_decimal(self, value, 0);
}

void ts2c_writer_decimal(ts2c_writer_t *self, int64_t value, uint8_t decimals)
{
    if (value < 0) {
        ts2c_writer_byte(self, 45);
    }
    const int64_t magnitude = value < 0 ? 0 - value : value;
    uint32_t digits = 1;
    while (digits < 16u && magnitude >= POWERS_IN_TS2C_WRITER[digits]) {
        digits++;
    }
    if (digits <= decimals) {
        digits = (uint32_t)(decimals + 1);
    }
    for (int32_t place = (int32_t)(digits - 1u); place >= 0; place--) {
        ts2c_writer_byte(self, (uint8_t)(48 + (int32_t)(magnitude / POWERS_IN_TS2C_WRITER[place] % 10)));
        if (place == decimals && place > 0) {
            ts2c_writer_byte(self, 46);
        }
    }
}

void ts2c_writer_hex(ts2c_writer_t *self, ts_bytes value)
{
    for (uint32_t i = 0; i < value.length; i++) {
        const uint8_t byte = value.data[i];
        ts2c_writer_byte(self, HEX[byte >> 4]);
        ts2c_writer_byte(self, HEX[byte & 15]);
    }
}

void ts2c_writer_json_string(ts2c_writer_t *self, ts_bytes value)
{
    ts2c_writer_byte(self, 34);
    for (uint32_t i = 0; i < value.length; i++) {
        const uint8_t byte = value.data[i];
        if (byte == 34 || byte == 92) {
            ts2c_writer_byte(self, 92);
            ts2c_writer_byte(self, byte);
        } else if (byte < 32) {
            ts2c_writer_text(self, TS_TEXT("\\u00"));
            ts2c_writer_byte(self, HEX[byte >> 4]);
            ts2c_writer_byte(self, HEX[byte & 15]);
        } else {
            ts2c_writer_byte(self, byte);
        }
    }
    ts2c_writer_byte(self, 34);
}
