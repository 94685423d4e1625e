/* Made by ts2c from ts/settings/codes.ts: change that file, not this one. */

#include "settings/codes.h"

static inline void settings_code_init(settings_code_t *self);
static bool settings_codes_note(settings_codes_t *self, uint32_t topic);
static uint32_t settings_codes_count(settings_codes_t *self);
static bool settings_codes_is_taken(settings_codes_t *self, uint32_t code, ts_bytes topic);

/** The value by which a reading is switched off. */
static const uint8_t OFF_IN_SETTINGS_CODES[3] = {
    111, 102, 102,
};

/** Makes a new `Code` at `self`. */
static inline void settings_code_init(settings_code_t *self)
{
    memset(self, 0, sizeof(*self));
}

ts_bytes settings_code_view(settings_code_t *self)
{
    return ts_bytes_slice((ts_bytes){.data = self->topic, .length = 40}, 0, self->length);
}

void settings_codes_init(settings_codes_t *self)
{
    memset(self, 0, sizeof(*self));
    for (uint32_t i = 0; i < 8; i++) {
        settings_code_init(&self->codes[i]);
    }
    ts2c_writer_init(&self->name, (ts_span_u8){.data = self->name_memory, .length = 24});
}

void settings_codes_reset(settings_codes_t *self)
{
    for (uint32_t i = 0; i < 8; i++) {
        settings_code_t *const code = &self->codes[i];
        code->used = false;
    }
}

void settings_codes_begin_check(settings_codes_t *self)
{
    self->wanted = 0;
    self->asked_count = 0;
}

bool settings_codes_is_used(settings_codes_t *self, uint8_t place)
{
    return self->codes[place].used;
}

uint32_t settings_codes_code_at(settings_codes_t *self, uint8_t place)
{
    return self->codes[place].code;
}

ts_bytes settings_codes_topic_at(settings_codes_t *self, uint8_t place)
{
    return settings_code_view(&self->codes[place]);
}

uint8_t settings_codes_find(settings_codes_t *self, uint32_t code)
{
    for (uint32_t i = 0; i < SETTINGS_CODES; i++) {
        if (self->codes[i].used && self->codes[i].code == code) {
            return (uint8_t)i;
        }
    }
    return SETTINGS_CODES;
}

bool settings_codes_is_off(settings_codes_t *self, uint32_t code)
{
    const uint32_t place = settings_codes_find(self, code);
    return place < SETTINGS_CODES && bytes_same_bytes(settings_code_view(&self->codes[place]), (ts_bytes){.data = OFF_IN_SETTINGS_CODES, .length = 3});
}

uint32_t settings_codes_parse(settings_codes_t *self, ts_bytes name)
{
    if (name.length == 0u || name.length >= 24u || !p1_is_digit(name.data[0])) {
        return 0;
    }
    ts2c_writer_clear(&self->name);
    ts2c_writer_bytes(&self->name, name);
    ts2c_writer_byte(&self->name, P1_OPEN);
    const p1_parsed_code_t value_1 = p1_code_of(ts2c_writer_view(&self->name));
    const uint32_t code = value_1.code;
    const uint32_t end = value_1.end;
    return end == name.length ? code : 0u;
}

bool settings_codes_accepts(settings_codes_t *self, uint32_t code, ts_bytes value)
{
    if (value.length > SETTINGS_CODE_TOPIC || !settings_well_formed(SETTINGS_KIND_TOPIC, value)) {
        return false;
    }
    const bool is_new = value.length > 0u && settings_codes_find(self, code) == SETTINGS_CODES;
    self->wanted = (uint8_t)ts_min_i32(self->wanted + (is_new ? 1 : 0), 255);
    if (is_new && settings_codes_count(self) + self->wanted > SETTINGS_CODES) {
        return false;
    }
    return value.length == 0u || bytes_same_bytes(value, (ts_bytes){.data = OFF_IN_SETTINGS_CODES, .length = 3}) || (!settings_codes_is_taken(self, code, value) && settings_codes_note(self, settings_crc32(value)));
}

/** Notes a topic that is asked for; false where it was before. */
static bool settings_codes_note(settings_codes_t *self, uint32_t topic)
{
    const uint32_t count = self->asked_count;
    for (uint32_t i = 0; i < count; i++) {
        if (self->asked[i] == topic) {
            return false;
        }
    }
    if (count < SETTINGS_CODES) {
        self->asked[count] = topic;
        self->asked_count = (uint8_t)(count + 1u);
    }
    return count < SETTINGS_CODES;
}

static uint32_t settings_codes_count(settings_codes_t *self)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < 8; i++) {
        settings_code_t *const code = &self->codes[i];
        if (code->used && count < SETTINGS_CODES) {
            count++;
        }
    }
    return count;
}

/** Whether another code has that topic. */
static bool settings_codes_is_taken(settings_codes_t *self, uint32_t code, ts_bytes topic)
{
    for (uint32_t i = 0; i < 8; i++) {
        settings_code_t *const other = &self->codes[i];
        if (other->used && other->code != code && bytes_same_bytes(settings_code_view(other), topic)) {
            return true;
        }
    }
    return false;
}

void settings_codes_store(settings_codes_t *self, uint32_t code, ts_bytes value)
{
    uint32_t place = settings_codes_find(self, code);
    for (uint32_t i = 0; i < SETTINGS_CODES && place == SETTINGS_CODES; i++) {
        if (!self->codes[i].used) {
            place = i;
        }
    }
    const uint32_t length = value.length;
    if (place < SETTINGS_CODES && length <= SETTINGS_CODE_TOPIC) {
        settings_code_t *const kept = &self->codes[place];
        kept->used = length > 0u;
        kept->code = code;
        ts_span_u8_set((ts_span_u8){.data = kept->topic, .length = 40}, value.data, value.length, 0);
        kept->length = (uint8_t)length;
    }
}
