/* Made by ts2c from ts/p1/row.ts: change that file, not this one. */

#include "p1/row.h"

uint32_t p1_row_end(ts_bytes bytes, uint32_t from)
{
    for (uint32_t at = from; at < bytes.length; at++) {
        const uint32_t byte = bytes.data[at];
        if (byte <= P1_SLASH && (byte == P1_SLASH || byte == P1_CARRIAGE_RETURN || byte == P1_LINE_FEED)) {
            return at;
        }
    }
    return bytes.length;
}

bool p1_ends_line(ts_bytes bytes, uint32_t at)
{
    return at < bytes.length && bytes.length - at >= 3u && p1_is_line_end(bytes.data[at], bytes.data[at + 1u], bytes.data[at + 2u]);
}

bool p1_is_line_end(uint8_t first, uint8_t second, uint8_t next)
{
    const bool begins = next > P1_SLASH || (next != P1_OPEN && next != P1_CARRIAGE_RETURN && next != P1_LINE_FEED);
    return first == P1_CARRIAGE_RETURN && second == P1_LINE_FEED && begins;
}
