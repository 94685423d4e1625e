/* Made by ts2c from ts/publish/left-out.ts: change that file, not this one. */

#include "publish/left-out.h"

#define COMMA_IN_PUBLISH_LEFT_OUT 44

#define SPACE_IN_PUBLISH_LEFT_OUT 32

static ts_bytes trimmed_in_publish_left_out(ts_bytes word);
static bool begins_with(ts_bytes topic, ts_bytes start);

bool publish_is_left_out(ts_bytes list, ts_bytes topic)
{
    uint32_t from = 0;
    while (from < list.length) {
        const int32_t comma = (int32_t)ts_bytes_index_of(list, COMMA_IN_PUBLISH_LEFT_OUT, from);
        const uint32_t end = comma < 0 ? list.length : ts_min_u32((uint32_t)comma, list.length);
        if (begins_with(topic, trimmed_in_publish_left_out(ts_bytes_subarray(list, from, end)))) {
            return true;
        }
        from = ts_max_u32(end, from) + 1u;
    }
    return false;
}

/** A word without the spaces around it. */
static ts_bytes trimmed_in_publish_left_out(ts_bytes word)
{
    uint32_t from = 0;
    while (from < word.length && word.data[from] == SPACE_IN_PUBLISH_LEFT_OUT) {
        from++;
    }
    uint32_t end = word.length;
    while (end > from && word.data[end - 1u] == SPACE_IN_PUBLISH_LEFT_OUT) {
        end--;
    }
    return ts_bytes_slice(word, from, end);
}

/** Whether `topic` begins with `start`; nothing begins with nothing. */
static bool begins_with(ts_bytes topic, ts_bytes start)
{
    if (start.length == 0u || start.length > topic.length) {
        return false;
    }
    for (uint32_t i = 0; i < start.length && i < topic.length; i++) {
        if (start.data[i] != topic.data[i]) {
            return false;
        }
    }
    return true;
}
