/* Made by ts2c from ts/p1/text.ts: change that file, not this one. */

#include "p1/text.h"

#define QUESTION_MARK_IN_P1_TEXT 63

static inline void p1_text_store_keep(p1_text_store_t *self, uint32_t start, uint32_t length, uint32_t seen);
static void p1_text_store_mend(p1_text_store_t *self, uint32_t start);
static inline bool is_blank(uint32_t byte);
static uint32_t character_length(ts_bytes bytes);

void p1_text_store_init(p1_text_store_t *self)
{
    memset(self, 0, sizeof(*self));
}

void p1_text_store_clear(p1_text_store_t *self)
{
    self->used = 0;
}

uint16_t p1_text_store_mark(p1_text_store_t *self)
{
    return self->used;
}

void p1_text_store_reset(p1_text_store_t *self, uint16_t mark)
{
    if (mark <= self->used) {
        self->used = mark;
    }
}

ts_bytes p1_text_store_view(p1_text_store_t *self, uint16_t from, uint16_t length)
{
    return ts_bytes_subarray((ts_bytes){.data = self->bytes, .length = 2048}, from, from + length);
}

bool p1_text_store_add(p1_text_store_t *self, ts_bytes source, uint32_t from, uint32_t to)
{
    const ts_bytes part = ts_bytes_subarray(source, from, to);
    const uint32_t used = self->used;
    if (part.length > P1_TEXT_BYTES - used) {
        return false;
    }
    ts_span_u8_set((ts_span_u8){.data = self->bytes, .length = 2048}, part.data, part.length, used);
    self->used = (uint16_t)(used + part.length);
    return true;
}

bool p1_text_store_add_message(p1_text_store_t *self, ts_bytes source, uint32_t from, uint32_t to)
{
    const uint32_t start = self->used;
    const ts_bytes digits = ts_bytes_subarray(source, from, to);
    const uint32_t length = (uint32_t)((int32_t)digits.length >> 1);
    if (length > P1_TEXT_BYTES - start) {
        return false;
    }
    if (length == 0u || digits.length % 2u != 0u) {
        return p1_text_store_add_text(self, source, from, to);
    }
    uint32_t seen = 0;
    for (uint32_t at = 0; at < length && 2u * at + 1u < digits.length; at++) {
        const uint32_t high = p1_hex_value(digits.data[2u * at]);
        const uint32_t low = p1_hex_value(digits.data[2u * at + 1u]);
        if (high > 15u || low > 15u) {
            return p1_text_store_add_text(self, source, from, to);
        }
        const uint32_t byte = (high << 4) | low;
        self->bytes[start + at] = (uint8_t)byte;
        seen |= byte;
    }
    p1_text_store_keep(self, start, length, seen);
    return true;
}

/** Takes the bytes that lie at `start`. Nearly all texts are ASCII, and right as they are. */
static inline void p1_text_store_keep(p1_text_store_t *self, uint32_t start, uint32_t length, uint32_t seen)
{
    const uint32_t used = ts_min_u32(start + length, P1_TEXT_BYTES);
    self->used = (uint16_t)used;
    if (seen >= 0x80u || (used > start && self->bytes[used - 1u] == 0)) {
        p1_text_store_mend(self, start);
    }
}

bool p1_text_store_add_text(p1_text_store_t *self, ts_bytes source, uint32_t from, uint32_t to)
{
    const uint32_t start = self->used;
    const ts_bytes part = ts_bytes_subarray(source, from, to);
    if (part.length > P1_TEXT_BYTES - start) {
        return false;
    }
    uint32_t seen = 0;
    for (uint32_t at = 0; at < part.length; at++) {
        const uint32_t byte = part.data[at];
        self->bytes[start + at] = (uint8_t)byte;
        seen |= byte;
    }
    p1_text_store_keep(self, start, part.length, seen);
    return true;
}

/**
 * Makes the text from `start` on UTF-8: unwritten memory behind it (meters send 1024 bytes of FF for an empty message)
 * is dropped, and each byte that is part of no character becomes a question mark.
 */
static void p1_text_store_mend(p1_text_store_t *self, uint32_t start)
{
    while (self->used > start && is_blank(self->bytes[self->used - 1])) {
        self->used--;
    }
    const uint32_t end = self->used;
    uint32_t at = start;
    while (at < end && true) {
        const uint32_t length = self->bytes[at] < 0x80 ? 1u : character_length(ts_bytes_slice((ts_bytes){.data = self->bytes, .length = 2048}, at, end));
        if (length == 0u) {
            self->bytes[at] = QUESTION_MARK_IN_P1_TEXT;
            at++;
        } else {
            at += length;
        }
    }
}

static inline bool is_blank(uint32_t byte)
{
    return byte == 0x0u || byte == 0xffu;
}

/** The length of the UTF-8 character that `bytes` begins with, 0 where there is none. Source: RFC 3629, 4. */
static uint32_t character_length(ts_bytes bytes)
{
    if (bytes.length == 0u) {
        return 0;
    }
    const uint32_t lead = bytes.data[0];
    if (lead < 0x80u) {
        return 1;
    }
    if (lead < 0xc2u || lead > 0xf4u) {
        return 0;
    }
    const uint32_t length = (uint32_t)(lead < 0xe0u ? 2 : lead < 0xf0u ? 3 : 4);
    if (length > bytes.length) {
        return 0;
    }
    // No overlong forms (E0, F0), no surrogates (ED), nothing above U+10FFFF (F4).
    const uint32_t second = bytes.data[1];
    const uint32_t least = (uint32_t)(lead == 0xe0u ? 0xa0 : lead == 0xf0u ? 0x90 : 0x80);
    const uint32_t most = (uint32_t)(lead == 0xedu ? 0x9f : lead == 0xf4u ? 0x8f : 0xbf);
    if (second < least || second > most) {
        return 0;
    }
    for (uint32_t i = 2; i < length; i++) {
        if ((bytes.data[i] & 0xc0) != 0x80) {
            return 0;
        }
    }
    return length;
}
