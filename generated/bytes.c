/* Made by ts2c from ts/bytes.ts: change that file, not this one. */

#include "bytes.h"

bool bytes_same_bytes(ts_bytes a, ts_bytes b)
{
    if (a.length != b.length) {
        return false;
    }
    for (uint32_t i = 0; i < a.length && i < b.length; i++) {
        if (a.data[i] != b.data[i]) {
            return false;
        }
    }
    return true;
}

bool bytes_contains_bytes(ts_bytes bytes, ts_bytes part)
{
    for (uint32_t i = 0; i + part.length <= bytes.length; i++) {
        if (bytes_same_bytes(ts_bytes_slice(bytes, i, i + part.length), part)) {
            return true;
        }
    }
    return false;
}

ts_bytes bytes_parse_hex(ts_bytes text, ts_span_u8 to)
{
    const uint32_t length = ts_min_u32((uint32_t)((int32_t)text.length >> 1), to.length);
    for (uint32_t i = 0; i < to.length && 2u * i + 1u < text.length; i++) {
        to.data[i] = (uint8_t)(((p1_hex_value(text.data[2u * i]) << 4) | p1_hex_value(text.data[2u * i + 1u])) & 0xff);
    }
    return ts_bytes_slice(ts_as_bytes(to), 0, length);
}
