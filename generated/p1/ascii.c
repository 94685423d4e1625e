/* Made by ts2c from ts/p1/ascii.ts: change that file, not this one. */

#include "p1/ascii.h"

bool p1_is_digit(uint8_t byte)
{
    return byte >= 48 && byte <= 57;
}

uint8_t p1_hex_value(uint8_t byte)
{
    if (byte >= 48 && byte <= 57) {
        return (uint8_t)(byte - 48);
    }
    const uint32_t lower = (uint32_t)(byte | 0x20);
    return (uint8_t)(lower >= 97u && lower <= 102u ? lower - 87u : 255u);
}

uint8_t p1_lower_case(uint8_t byte)
{
    return (uint8_t)(byte >= 65 && byte <= 90 ? byte | 0x20 : byte);
}

uint32_t p1_trim_end(ts_bytes bytes, uint32_t from, uint32_t to)
{
    const ts_bytes text = ts_bytes_subarray(bytes, 0, to);
    uint32_t end = text.length;
    while (end > from && (text.data[end - 1u] == P1_SPACE || text.data[end - 1u] == P1_NUL)) {
        end--;
    }
    return end;
}
