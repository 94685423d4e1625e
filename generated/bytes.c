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
        if (bytes_same_bytes(ts_bytes_subarray(bytes, i, i + part.length), part)) {
            return true;
        }
    }
    return false;
}
