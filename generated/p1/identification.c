/* Made by ts2c from ts/p1/identification.ts: change that file, not this one. */

#include "p1/identification.h"

#define IDENTIFICATION_LIMIT 96

void p1_identification_init(p1_identification_t *self)
{
    memset(self, 0, sizeof(*self));
}

void p1_identification_clear(p1_identification_t *self)
{
    self->used = 0;
}

ts_bytes p1_identification_view(p1_identification_t *self)
{
    return ts_bytes_slice((ts_bytes){.data = self->bytes, .length = 96}, 0, self->used);
}

bool p1_identification_take(p1_identification_t *self, ts_bytes row)
{
    const uint32_t end = p1_trim_end(row, 1, row.length);
    const ts_bytes value_1 = ts_bytes_subarray(row, 1, end);
    for (uint32_t i = 0; i < value_1.length; i++) {
        const uint8_t byte = value_1.data[i];
        if (byte < P1_SPACE || byte > 126) {
            return false;
        }
    }
    const ts_bytes name = ts_bytes_subarray(row, 1, ts_min_u32(end, (uint32_t)(IDENTIFICATION_LIMIT + 1)));
    if (name.length == 0u || name.length > IDENTIFICATION_LIMIT) {
        return false;
    }
    ts_span_u8_set((ts_span_u8){.data = self->bytes, .length = 96}, name.data, name.length, 0);
    self->used = (uint8_t)name.length;
    return true;
}

bool p1_is_holley(ts_bytes identification)
{
    return bytes_same_bytes(ts_bytes_subarray(identification, 0, 3), TS_TEXT("HLY"));
}
