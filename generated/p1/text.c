/* Made by ts2c from ts/p1/text.ts: change that file, not this one. */

#include "p1/text.h"

#define QUESTION_MARK 63

static bool p1_text_store_add_hex(p1_text_store_t *self, ts_bytes source, uint32_t from, uint32_t to);
static void p1_text_store_mend(p1_text_store_t *self, uint16_t start);
static bool is_blank(uint8_t byte);
static bool is_hex(ts_bytes bytes, uint32_t from, uint32_t to);
static uint8_t character_length(ts_bytes bytes);

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
    const bool added = is_hex(source, from, to) ? p1_text_store_add_hex(self, source, from, to) : p1_text_store_add(self, source, from, to);
    if (added) {
        p1_text_store_mend(self, (uint16_t)start);
    }
    return added;
}

bool p1_text_store_add_text(p1_text_store_t *self, ts_bytes source, uint32_t from, uint32_t to)
{
    const uint32_t start = self->used;
    const bool added = p1_text_store_add(self, source, from, to);
    if (added) {
        p1_text_store_mend(self, (uint16_t)start);
    }
    return added;
}

static bool p1_text_store_add_hex(p1_text_store_t *self, ts_bytes source, uint32_t from, uint32_t to)
{
    if (to < from || (int32_t)(to - from) >> 1 > P1_TEXT_BYTES - self->used) {
        return false;
    }
    const ts_bytes digits = ts_bytes_subarray(source, from, to);
    for (uint32_t at = 0; at + 1u < digits.length; at += 2u) {
        const uint32_t byte = (uint32_t)((p1_hex_value(digits.data[at]) << 4) | p1_hex_value(digits.data[at + 1u]));
        if (self->used < P1_TEXT_BYTES) {
            self->bytes[self->used] = (uint8_t)(byte & 255u);
            self->used++;
        }
    }
    return true;
}

/**
 * Makes the text from `start` on UTF-8: unwritten memory behind it (meters send 1024 bytes of FF for an empty message)
 * is dropped, and each byte that is part of no character becomes a question mark.
 */
static void p1_text_store_mend(p1_text_store_t *self, uint16_t start)
{
    while (self->used > start && is_blank(self->bytes[self->used - 1])) {
        self->used--;
    }
    const uint32_t end = self->used;
    uint32_t at = start;
    while (at < end && true) {
        const uint32_t length = (uint32_t)(self->bytes[at] < 0x80 ? 1 : character_length(ts_bytes_subarray((ts_bytes){.data = self->bytes, .length = 2048}, at, end)));
        if (length == 0u) {
            self->bytes[at] = QUESTION_MARK;
            at++;
        } else {
            at += length;
        }
    }
}

static bool is_blank(uint8_t byte)
{
    return byte == 0x0 || byte == 0xff;
}

/** Whether `bytes[from … to)` is pairs of hexadecimal digits, and not empty. */
static bool is_hex(ts_bytes bytes, uint32_t from, uint32_t to)
{
    if (to <= from || ((to - from) & 1u) != 0u) {
        return false;
    }
    const ts_bytes value_1 = ts_bytes_subarray(bytes, from, to);
    for (uint32_t i = 0; i < value_1.length; i++) {
        const uint8_t byte = value_1.data[i];
        if (p1_hex_value(byte) > 15) {
            return false;
        }
    }
    return true;
}

/** The length of the UTF-8 character that `bytes` begins with, 0 where there is none. Source: RFC 3629, 4. */
static uint8_t character_length(ts_bytes bytes)
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
    return (uint8_t)length;
}
