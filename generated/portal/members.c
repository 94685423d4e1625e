/* Made by ts2c from ts/portal/members.ts: change that file, not this one. */

#include "portal/members.h"

#define QUOTE_IN_PORTAL_MEMBERS 34

#define COMMA_IN_PORTAL_MEMBERS 44

#define COLON_IN_PORTAL_MEMBERS 58

#define BACKSLASH_IN_PORTAL_MEMBERS 92

#define OPEN_IN_PORTAL_MEMBERS 123

#define CLOSE_IN_PORTAL_MEMBERS 125

#define FIRST_SURROGATE 55296

#define FIRST_LOW_SURROGATE 56320

#define BEHIND_SURROGATES 57344

static uint32_t portal_members_skip_space(portal_members_t *self, ts_bytes text);
static inline bool portal_members_take(portal_members_t *self, ts_bytes text, uint32_t sign);
static bool portal_members_take_value(portal_members_t *self, ts_bytes text);
static bool portal_members_take_string(portal_members_t *self, ts_bytes text, ts2c_writer_t *into);
static bool portal_members_take_escape(portal_members_t *self, ts_bytes text, ts2c_writer_t *into);
static int32_t portal_members_take_hex(portal_members_t *self, ts_bytes text);
static inline bool is_space_in_portal_members(uint32_t byte);
static inline bool is_of_word(uint32_t byte);
static void write_utf8(ts2c_writer_t *out, uint32_t point);

/** The letters behind a backslash, and what they stand for. */
static const uint8_t ESCAPES[8] = {
    34, 92, 47, 98, 102, 110, 114, 116,
};

static const uint8_t ESCAPED[8] = {
    34, 92, 47, 8, 12, 10, 13, 9,
};

void portal_members_init(portal_members_t *self)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->name, (ts_span_u8){.data = self->name_memory, .length = 64});
    ts2c_writer_init(&self->value, (ts_span_u8){.data = self->value_memory, .length = 256});
}

void portal_members_start(portal_members_t *self)
{
    self->at = 0;
    self->started = false;
}

portal_step_t portal_members_next(portal_members_t *self, ts_bytes text)
{
    ts2c_writer_clear(&self->name);
    ts2c_writer_clear(&self->value);
    const bool is_first = !self->started;
    self->started = true;
    if (is_first && !portal_members_take(self, text, OPEN_IN_PORTAL_MEMBERS)) {
        return PORTAL_STEP_WRONG;
    }
    if (portal_members_take(self, text, CLOSE_IN_PORTAL_MEMBERS)) {
        return portal_members_skip_space(self, text) == text.length ? PORTAL_STEP_END : PORTAL_STEP_WRONG;
    }
    if (!is_first && !portal_members_take(self, text, COMMA_IN_PORTAL_MEMBERS)) {
        return PORTAL_STEP_WRONG;
    }
    const bool is_member = portal_members_take_string(self, text, &self->name) && portal_members_take(self, text, COLON_IN_PORTAL_MEMBERS) && portal_members_take_value(self, text);
    return is_member ? PORTAL_STEP_MEMBER : PORTAL_STEP_WRONG;
}

/** Where the next token begins. */
static uint32_t portal_members_skip_space(portal_members_t *self, ts_bytes text)
{
    while (self->at < text.length && is_space_in_portal_members(text.data[self->at])) {
        self->at++;
    }
    return self->at;
}

/** Goes over a sign, if it is the next token. */
static inline bool portal_members_take(portal_members_t *self, ts_bytes text, uint32_t sign)
{
    const uint32_t at = portal_members_skip_space(self, text);
    if (at < text.length && text.data[at] == sign) {
        self->at = at + 1u;
        return true;
    }
    return false;
}

static bool portal_members_take_value(portal_members_t *self, ts_bytes text)
{
    const uint32_t at = portal_members_skip_space(self, text);
    if (at < text.length && text.data[at] == QUOTE_IN_PORTAL_MEMBERS) {
        return portal_members_take_string(self, text, &self->value);
    }
    while (self->at < text.length && is_of_word(text.data[self->at])) {
        ts2c_writer_byte(&self->value, text.data[self->at]);
        self->at++;
    }
    return ts2c_writer_length(&self->value) > 0u;
}

/** Reads a text with its quotes. */
static bool portal_members_take_string(portal_members_t *self, ts_bytes text, ts2c_writer_t *into)
{
    if (!portal_members_take(self, text, QUOTE_IN_PORTAL_MEMBERS)) {
        return false;
    }
    while (self->at < text.length) {
        const uint32_t byte = text.data[self->at];
        self->at++;
        if (byte == QUOTE_IN_PORTAL_MEMBERS) {
            return true;
        }
        if (byte < 0x20u) {
            return false;
        }
        if (byte != BACKSLASH_IN_PORTAL_MEMBERS) {
            ts2c_writer_byte(into, (uint8_t)byte);
        } else if (!portal_members_take_escape(self, text, into)) {
            return false;
        }
    }
    return false;
}

/** Reads what stands behind a backslash. */
static bool portal_members_take_escape(portal_members_t *self, ts_bytes text, ts2c_writer_t *into)
{
    if (self->at >= text.length) {
        return false;
    }
    const uint32_t letter = text.data[self->at];
    self->at++;
    if (letter != 0x75u) {
        const int32_t place = (int32_t)ts_bytes_index_of((ts_bytes){.data = ESCAPES, .length = 8}, letter, 0);
        if (place < 0 || false) {
            return false;
        }
        ts2c_writer_byte(into, ESCAPED[place]);
        return true;
    }
    const int32_t unit = portal_members_take_hex(self, text);
    if (unit < 0 || (unit >= FIRST_LOW_SURROGATE && unit < BEHIND_SURROGATES)) {
        return false;
    }
    if (unit < FIRST_SURROGATE || unit >= BEHIND_SURROGATES) {
        write_utf8(into, (uint32_t)unit);
        return true;
    }
    if ((int64_t)self->at + 1 >= text.length || text.data[self->at] != BACKSLASH_IN_PORTAL_MEMBERS || text.data[self->at + 1u] != 0x75) {
        return false;
    }
    self->at = ts_min_u32(self->at + 2u, text.length);
    const int32_t low = portal_members_take_hex(self, text);
    if (low < FIRST_LOW_SURROGATE || low >= BEHIND_SURROGATES) {
        return false;
    }
    write_utf8(into, (uint32_t)ts_min_i32(0x10000 + (((unit & 0x3ff) << 10) | (low & 0x3ff)), 0x10ffff));
    return true;
}

/** Reads four hexadecimal digits; −1 where they are none. */
static int32_t portal_members_take_hex(portal_members_t *self, ts_bytes text)
{
    uint32_t unit = 0;
    for (uint32_t i = 0; i < 4u; i++) {
        if (self->at >= text.length) {
            return -1;
        }
        const uint32_t digit = p1_hex_value(text.data[self->at]);
        if (digit > 15u) {
            return -1;
        }
        unit = ((unit << 4) | digit) & 0xffffu;
        self->at++;
    }
    return (int32_t)unit;
}

static inline bool is_space_in_portal_members(uint32_t byte)
{
    return byte == 0x20u || byte == 0x9u || byte == 0xau || byte == 0xdu;
}

/** Whether a byte may stand in a number or in `true` and `false`. */
static inline bool is_of_word(uint32_t byte)
{
    return (byte >= 0x61u && byte <= 0x7au) || (byte >= 0x30u && byte <= 0x39u) || byte == 0x2du || byte == 0x2eu;
}

/** Writes a character as UTF-8 (RFC 3629). */
static void write_utf8(ts2c_writer_t *out, uint32_t point)
{
    if (point < 0x80u) {
        ts2c_writer_byte(out, (uint8_t)point);
    } else if (point < 0x800u) {
        ts2c_writer_byte(out, (uint8_t)(0xc0 | ((int32_t)point >> 6)));
        ts2c_writer_byte(out, (uint8_t)(0x80u | (point & 0x3fu)));
    } else if (point < 0x10000u) {
        ts2c_writer_byte(out, (uint8_t)(0xe0 | ((int32_t)point >> 12)));
        ts2c_writer_byte(out, (uint8_t)(0x80 | (((int32_t)point >> 6) & 0x3f)));
        ts2c_writer_byte(out, (uint8_t)(0x80u | (point & 0x3fu)));
    } else {
        ts2c_writer_byte(out, (uint8_t)(0xf0 | ((int32_t)point >> 18)));
        ts2c_writer_byte(out, (uint8_t)(0x80 | (((int32_t)point >> 12) & 0x3f)));
        ts2c_writer_byte(out, (uint8_t)(0x80 | (((int32_t)point >> 6) & 0x3f)));
        ts2c_writer_byte(out, (uint8_t)(0x80u | (point & 0x3fu)));
    }
}
