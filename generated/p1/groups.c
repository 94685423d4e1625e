/* Made by ts2c from ts/p1/groups.ts: change that file, not this one. */

#include "p1/groups.h"

static const p1_group_t NO_GROUP = {.ok = false, .from = 0u, .to = 0u, .next = 0u};

p1_group_t p1_next_group(ts_bytes text, uint32_t at)
{
    if (at >= text.length || text.data[at] != P1_OPEN) {
        return NO_GROUP;
    }
    for (uint32_t close = at + 1u; close < text.length; close++) {
        if (text.data[close] == P1_CLOSE && (close + 1u >= text.length || text.data[close + 1u] == P1_OPEN)) {
            return (p1_group_t){.ok = true, .from = at + 1u, .to = close, .next = close + 1u};
        }
    }
    return NO_GROUP;
}

p1_groups_t p1_split_groups(ts_bytes line, uint32_t from, uint32_t length)
{
    const uint32_t end = p1_trim_end(line, from, length);
    const ts_bytes text = ts_bytes_subarray(line, 0, end);
    const p1_group_t first = p1_next_group(text, from);
    p1_group_t last = first;
    p1_group_t before_last = first;
    uint32_t count = (uint32_t)(first.ok ? 1 : 0);
    while (last.ok && last.next < end) {
        before_last = last;
        last = p1_next_group(text, last.next);
        count = count + 1u;
    }
    return (p1_groups_t){.count = last.ok ? count : 0u, .first = first, .last = last, .before_last = before_last};
}

uint32_t p1_only_group_end(ts_bytes line, uint32_t at)
{
    for (uint32_t close = at + 1u; close < line.length; close++) {
        const uint32_t byte = line.data[close];
        if (byte <= P1_SLASH && byte != P1_SPACE && (byte < P1_STAR || byte == P1_SLASH)) {
            return byte == P1_CLOSE ? close : 0u;
        }
    }
    return 0;
}

bool p1_is_code(ts_bytes line, p1_group_t group)
{
    return (int32_t)ts_bytes_index_of(ts_bytes_subarray(line, group.from, group.to), P1_COLON, 0) >= 0;
}
