/* Made by ts2c from ts/update/version.ts: change that file, not this one. */

#include "update/version.h"

#define LETTER_V_IN_UPDATE_VERSION 118

#define DOT_IN_UPDATE_VERSION 46

#define HYPHEN 45

#define PLUS_IN_UPDATE_VERSION 43

#define LARGEST_IN_UPDATE_VERSION 99999

#define BEFORE 0

#define RELEASE 1

#define AFTER 2

static inline update_order_t order(int64_t difference);
static update_version_t parse_in_update_version(ts_bytes version);
static inline ts_bytes without(ts_bytes version, ts_bytes ending);
static uint32_t digits_of(ts_bytes text);
static uint32_t number_of_in_update_version(ts_bytes digits);
static inline uint32_t commits_of(ts_bytes rest);
static int64_t compare_rests(ts_bytes a, ts_bytes b);

static const ts_bytes DIRTY = {(const uint8_t *)"-dirty", 6};

update_order_t update_order_of(ts_bytes version, ts_bytes other)
{
    const update_version_t a = parse_in_update_version(version);
    const update_version_t b = parse_in_update_version(other);
    if (bytes_same_bytes(version, other)) {
        return UPDATE_ORDER_SAME;
    }
    if (!a.known || !b.known) {
        return UPDATE_ORDER_UNKNOWN;
    }
    if (a.numbers != b.numbers) {
        return a.numbers < b.numbers ? UPDATE_ORDER_OLDER : UPDATE_ORDER_NEWER;
    }
    if (a.stage != b.stage) {
        return order(a.stage - b.stage);
    }
    if (a.stage != AFTER) {
        return order(compare_rests(a.rest, b.rest));
    }
    if (a.commits != b.commits) {
        return order((int32_t)a.commits - (int32_t)b.commits);
    }
    return bytes_same_bytes(a.rest, b.rest) ? UPDATE_ORDER_SAME : UPDATE_ORDER_UNKNOWN;
}

bool update_is_ordered(ts_bytes version)
{
    return parse_in_update_version(version).known;
}

static inline update_order_t order(int64_t difference)
{
    return difference < 0 ? UPDATE_ORDER_OLDER : difference > 0 ? UPDATE_ORDER_NEWER : UPDATE_ORDER_SAME;
}

static update_version_t parse_in_update_version(ts_bytes version)
{
    ts_bytes text = without(version, DIRTY);
    if (text.length > 0u && text.data[0] == LETTER_V_IN_UPDATE_VERSION) {
        text = ts_bytes_subarray(text, 1, 4294967295u);
    }
    int64_t numbers = 0;
    uint32_t count = 0;
    while (true && text.length > 0u && p1_is_digit(text.data[0])) {
        const uint32_t end = digits_of(text);
        numbers = ts_min_i64(numbers, INT64_C(9999999999)) * 100000 + number_of_in_update_version(ts_bytes_subarray(text, 0, end));
        count++;
        text = ts_bytes_subarray(text, end, 4294967295u);
        if (count == 3u || text.length == 0u || text.data[0] != DOT_IN_UPDATE_VERSION) {
            break;
        }
        text = ts_bytes_subarray(text, 1, 4294967295u);
    }
    if (count == 2u) {
        numbers = ts_min_i64(numbers, INT64_C(9999999999)) * 100000;
    }
    const int32_t plus = (int32_t)ts_bytes_index_of(text, PLUS_IN_UPDATE_VERSION, 0);
    const ts_bytes rest = plus < 0 ? text : ts_bytes_slice(text, 0, (uint32_t)plus);
    const uint32_t commits = commits_of(rest);
    const bool known = count >= 2u && (rest.length == 0u || rest.data[0] == HYPHEN);
    return (update_version_t){.known = known, .numbers = numbers, .stage = (uint8_t)(commits > 0u ? AFTER : rest.length > 0u ? BEFORE : RELEASE), .commits = commits, .rest = rest};
}

static inline ts_bytes without(ts_bytes version, ts_bytes ending)
{
    const int32_t end = (int32_t)version.length - (int32_t)ending.length;
    return end >= 0 && bytes_same_bytes(ts_bytes_subarray(version, end, 4294967295u), ending) ? ts_bytes_slice(version, 0, (uint32_t)end) : version;
}

/** How many digits a text begins with. */
static uint32_t digits_of(ts_bytes text)
{
    uint32_t end = 0;
    while (end < text.length && p1_is_digit(text.data[end])) {
        end++;
    }
    return end;
}

static uint32_t number_of_in_update_version(ts_bytes digits)
{
    uint32_t number = 0;
    for (uint32_t i = 0; i < digits.length; i++) {
        const uint8_t digit = digits.data[i];
        number = ts_min_u32(number * 10u + (uint32_t)ts_max_i32(0, digit - 48), LARGEST_IN_UPDATE_VERSION);
    }
    return number;
}

/** The commits in `-12-gabcdef0`; 0 where it is something else. */
static inline uint32_t commits_of(ts_bytes rest)
{
    const uint32_t end = digits_of(ts_bytes_subarray(rest, 1, 4294967295u));
    const ts_bytes behind = ts_bytes_subarray(rest, 1 + (int64_t)end, 4294967295u);
    return end > 0u && bytes_same_bytes(ts_bytes_subarray(behind, 0, 2), TS_TEXT("-g")) ? number_of_in_update_version(ts_bytes_subarray(rest, 1, 1 + (int64_t)end)) : 0u;
}

/** Compares what stands behind the numbers before a release: byte for byte, and numbers by what they count. */
static int64_t compare_rests(ts_bytes a, ts_bytes b)
{
    ts_bytes left = a;
    ts_bytes right = b;
    while (left.length > 0u && right.length > 0u) {
        const uint32_t ours = digits_of(left);
        const uint32_t theirs = digits_of(right);
        if (ours > 0u && theirs > 0u) {
            const int32_t difference = (int32_t)number_of_in_update_version(ts_bytes_subarray(left, 0, ours)) - (int32_t)number_of_in_update_version(ts_bytes_subarray(right, 0, theirs));
            if (difference != 0) {
                return difference;
            }
            left = ts_bytes_subarray(left, ours, 4294967295u);
            right = ts_bytes_subarray(right, theirs, 4294967295u);
        } else {
            const int32_t difference = left.data[0] - right.data[0];
            if (difference != 0) {
                return difference;
            }
            left = ts_bytes_subarray(left, 1, 4294967295u);
            right = ts_bytes_subarray(right, 1, 4294967295u);
        }
    }
    return (int32_t)left.length - (int32_t)right.length;
}
