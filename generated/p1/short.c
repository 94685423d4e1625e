/* Made by ts2c from ts/p1/short.ts: change that file, not this one. */

#include "p1/short.h"

#define DIGITS 9

#define SHORTEST 12

static p1_digits_t parse_digits(ts_bytes bytes, uint32_t from, uint32_t before);
static p1_digits_t parse_part(ts_bytes bytes, uint32_t from);

uint32_t p1_take_short(ts_bytes bytes, uint32_t from, uint32_t line, p1_staging_t *staging)
{
    if (from >= bytes.length || bytes.length - from < SHORTEST) {
        return from;
    }
    const uint32_t a = bytes.data[from] - (uint32_t)P1_ZERO;
    const uint32_t b = bytes.data[from + 2u] - (uint32_t)P1_ZERO;
    if (a > 9u || b > 9u || bytes.data[from + 1u] != P1_MINUS || bytes.data[from + 3u] != P1_COLON) {
        return from;
    }
    const p1_digits_t c = parse_part(bytes, from + 4u);
    if (c.value > 255u || c.end >= bytes.length || bytes.data[c.end] != P1_DOT) {
        return from;
    }
    const p1_digits_t d = parse_part(bytes, c.end + 1u);
    if (d.value > 255u || d.end >= bytes.length || bytes.data[d.end] != P1_DOT) {
        return from;
    }
    const p1_digits_t e = parse_part(bytes, d.end + 1u);
    if (e.value > 255u || e.end >= bytes.length || bytes.data[e.end] != P1_OPEN) {
        return from;
    }
    const uint32_t code = (uint32_t)(a << 28) | (b << 24) | (c.value << 16) | (d.value << 8) | e.value;
    if (p1_staging_may_have(staging, code)) {
        return from;
    }
    const uint32_t first = e.end + 1u;
    const p1_digits_t whole = parse_digits(bytes, first, 0);
    uint32_t value = whole.value;
    uint32_t at = whole.end;
    int64_t digits = (int64_t)at - first;
    uint32_t decimals = 0;
    if (at < bytes.length && bytes.data[at] == P1_DOT && (int32_t)digits > 0) {
        const uint32_t dot = at;
        const p1_digits_t all = parse_digits(bytes, dot + 1u, value);
        value = all.value;
        at = all.end;
        decimals = at - dot - 1u;
        digits = decimals > 0u ? digits + decimals : 0;
    }
    if (digits < 1 || digits > DIGITS || decimals > DIGITS) {
        return from;
    }
    p1_unit_t unit = P1_UNIT_NONE;
    if (at < bytes.length && bytes.data[at] == P1_STAR) {
        const p1_parsed_unit_t parsed = p1_parse_unit(bytes, at + 1u);
        unit = parsed.unit;
        at = parsed.end;
    }
    if (unit == P1_UNIT_OTHER || at >= bytes.length || bytes.length - at < 4u || bytes.data[at] != P1_CLOSE || !p1_ends_line(bytes, at + 1u)) {
        return from;
    }
    const p1_form_t form = p1_form_of(code);
    const bool is_number = form == P1_FORM_NUMBER ? unit != P1_UNIT_NONE || !p1_is_mbus_reading(code) : form == P1_FORM_ANY;
    return is_number && p1_staging_add_short(staging, code, line, value, (uint8_t)decimals, unit) ? at + 3u : from;
}

/** Reads the digits at `bytes[from …]`, which continue those that said `before`. */
static p1_digits_t parse_digits(ts_bytes bytes, uint32_t from, uint32_t before)
{
    uint32_t value = before;
    uint32_t at = from;
    for (; at < bytes.length; at++) {
        const uint32_t digit = bytes.data[at] - (uint32_t)P1_ZERO;
        if (digit > 9u) {
            break;
        }
        value = (uint32_t)((int64_t)value * 10) + digit;
    }
    return (p1_digits_t){.value = value, .end = at};
}

/** Reads one to three digits: a part of a code. More than 255 where there are none, or more. */
static p1_digits_t parse_part(ts_bytes bytes, uint32_t from)
{
    const p1_digits_t part = parse_digits(bytes, from, 0);
    return part.end - from - 1u > 2u ? (p1_digits_t){.value = 256, .end = part.end} : part;
}

bool p1_ends_line(ts_bytes bytes, uint32_t at)
{
    if (at >= bytes.length || bytes.length - at < 3u || bytes.data[at] != P1_CARRIAGE_RETURN || bytes.data[at + 1u] != P1_LINE_FEED) {
        return false;
    }
    const uint32_t next = bytes.data[at + 2u];
    return next != P1_OPEN && next != P1_CARRIAGE_RETURN && next != P1_LINE_FEED;
}
