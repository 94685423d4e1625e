/* Made by ts2c from ts/portal/request.ts: change that file, not this one. */

#include "portal/request.h"

#define LINE_FEED 10

#define SPACE 32

#define COLON 58

static ts_bytes trimmed(ts_bytes value);

ts_bytes portal_field_of(portal_request_t request, ts_bytes name)
{
    const ts_bytes fields = request.fields;
    uint32_t at = 0;
    while (at < fields.length) {
        const ts_bytes rest = ts_bytes_subarray(fields, at, 4294967295u);
        const int32_t end = (int32_t)ts_bytes_index_of(rest, LINE_FEED, 0);
        const ts_bytes line = end < 0 ? rest : ts_bytes_subarray(rest, 0, end + 1);
        if (line.length > name.length && line.data[name.length] == COLON && bytes_same_bytes(ts_bytes_subarray(line, 0, name.length), name)) {
            return trimmed(ts_bytes_subarray(line, name.length + 1u, 4294967295u));
        }
        at = at + line.length;
    }
    return ts_bytes_subarray(fields, 0, 0);
}

/** Without spaces in front, and without spaces and the line end behind. */
static ts_bytes trimmed(ts_bytes value)
{
    uint32_t start = 0;
    while (start < value.length && value.data[start] <= SPACE) {
        start++;
    }
    uint32_t end = value.length;
    while (true) {
        bool value_2;
        value_2 = end > start;
        if (value_2) {
            const uint32_t value_1 = end - 1u;
            value_2 = (value_1 < value.length ? value.data[value_1] : 0) <= SPACE;
        }
        if (!value_2) {
            break;
        }
        end--;
    }
    return ts_bytes_subarray(value, start, end);
}
