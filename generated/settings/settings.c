/* Made by ts2c from ts/settings/settings.ts: change that file, not this one. */

#include "settings/settings.h"

#define EXCERPT 24

static void write_excerpt_in_settings_settings(ts2c_writer_t *out, ts_bytes text);
static void write_limits(ts2c_writer_t *out, settings_setting_t setting);
static inline bool accepts(settings_setting_t setting, ts_bytes value);
static inline void write_number_in_settings_settings(ts2c_writer_t *out, settings_setting_t setting, uint32_t number);
static uint32_t settings_settings_place(settings_settings_t *self, settings_setting_name_t name);
static inline ts_bytes settings_settings_text_at(settings_settings_t *self, uint32_t place);
static settings_setting_result_t settings_settings_check_code(settings_settings_t *self, uint32_t code, ts_bytes name, ts_bytes value);
static inline void settings_settings_store(settings_settings_t *self, uint32_t place, settings_setting_t setting, ts_bytes value);
static inline void settings_settings_keep(settings_settings_t *self, uint32_t place, ts_bytes value);

/** Writes the beginning of a name or a value: whole characters, so that the sentence stays UTF-8. */
static void write_excerpt_in_settings_settings(ts2c_writer_t *out, ts_bytes text)
{
    uint32_t end = ts_min_u32(text.length, EXCERPT);
    while (end > 0u && end < text.length && (text.data[end] & 0xc0) == 0x80) {
        end--;
    }
    ts2c_writer_json_string(out, ts_bytes_slice(text, 0, end));
    ts2c_writer_text(out, end < text.length ? TS_TEXT("\342\200\246") : TS_TEXT(""));
}

/** Writes what is allowed instead of a value that was refused. */
static void write_limits(ts2c_writer_t *out, settings_setting_t setting)
{
    switch (setting.kind) {
    case SETTINGS_KIND_NUMBER:
        ts2c_writer_text(out, TS_TEXT(" must be a whole number from "));
        ts2c_writer_int(out, setting.min);
        ts2c_writer_text(out, TS_TEXT(" to "));
        ts2c_writer_int(out, setting.max);
        break;
    case SETTINGS_KIND_SWITCH:
        ts2c_writer_text(out, TS_TEXT(" must be on or off"));
        break;
    case SETTINGS_KIND_CHOICE:
        ts2c_writer_text(out, TS_TEXT(" must be one of "));
        ts2c_writer_text(out, setting.choices);
        break;
    case SETTINGS_KIND_PASSWORD:
        ts2c_writer_text(out, TS_TEXT(" must have 8 to 64 bytes; over HTTP it is set at /api/password, and a file has the hash of an export"));
        break;
    case SETTINGS_KIND_WIFI_PASSWORD:
        ts2c_writer_text(out, TS_TEXT(" must have 8 to 63 bytes"));
        ts2c_writer_text(out, setting.max < 64u ? TS_TEXT(", or none") : TS_TEXT(", or 64 hexadecimal digits, or none"));
        break;
    case SETTINGS_KIND_KEY:
        ts2c_writer_text(out, TS_TEXT(" must have 32 hexadecimal digits, or none"));
        break;
    case SETTINGS_KIND_HEX:
        ts2c_writer_text(out, TS_TEXT(" must have an even number of hexadecimal digits, at most "));
        ts2c_writer_int(out, setting.max);
        break;
    case SETTINGS_KIND_TOPIC:
        ts2c_writer_text(out, TS_TEXT(" must have "));
        ts2c_writer_int(out, setting.min);
        ts2c_writer_text(out, TS_TEXT(" to "));
        ts2c_writer_int(out, setting.max);
        ts2c_writer_text(out, TS_TEXT(" bytes, without +, # and control characters and without / at either end"));
        break;
    case SETTINGS_KIND_HOST:
        ts2c_writer_text(out, TS_TEXT(" must have 1 to 32 letters, digits, - and _"));
        break;
    case SETTINGS_KIND_ADDRESS:
        ts2c_writer_text(out, TS_TEXT(" must be an address such as 192.168.1.2, or empty"));
        break;
    default:
        ts2c_writer_text(out, TS_TEXT(" must have "));
        ts2c_writer_int(out, setting.min);
        ts2c_writer_text(out, TS_TEXT(" to "));
        ts2c_writer_int(out, setting.max);
        ts2c_writer_text(out, TS_TEXT(" bytes, without control characters"));
        break;
    }
}

/** Whether a setting may have the value that a text writes. */
static inline bool accepts(settings_setting_t setting, ts_bytes value)
{
    if (settings_is_text(setting.kind)) {
        return value.length >= setting.min && value.length <= setting.max && settings_well_formed(setting.kind, value);
    }
    const int32_t number = settings_parse(setting, value);
    return number >= (int32_t)setting.min && (uint32_t)number <= setting.max;
}

void settings_write_default(ts2c_writer_t *out, settings_setting_t setting)
{
    if (settings_is_text(setting.kind)) {
        ts2c_writer_text(out, setting.text);
    } else {
        write_number_in_settings_settings(out, setting, setting.number);
    }
}

/** Writes the value of a setting that is no text. */
static inline void write_number_in_settings_settings(ts2c_writer_t *out, settings_setting_t setting, uint32_t number)
{
    if (setting.kind == SETTINGS_KIND_SWITCH) {
        ts2c_writer_text(out, number != 0u ? TS_TEXT("on") : TS_TEXT("off"));
    } else if (setting.kind == SETTINGS_KIND_CHOICE) {
        ts2c_writer_bytes(out, settings_word_at(setting.choices, number));
    } else {
        ts2c_writer_int(out, number);
    }
}

void settings_settings_init(settings_settings_t *self)
{
    memset(self, 0, sizeof(*self));
    settings_codes_init(&self->codes);
    ts2c_writer_init(&self->out, (ts_span_u8){.data = self->message, .length = 384});
}

void settings_settings_reset(settings_settings_t *self)
{
    settings_codes_reset(&self->codes);
    uint32_t start = 0;
    for (uint32_t i = 0; i < 61u && true; i++) {
        self->starts[i] = (uint16_t)start;
        if (settings_is_text(SETTINGS_SETTINGS[i].kind)) {
            start = ts_min_u32(start + SETTINGS_SETTINGS[i].max, SETTINGS_TEXTS_SIZE);
        }
        self->numbers[i] = SETTINGS_SETTINGS[i].number;
        settings_settings_keep(self, i, SETTINGS_SETTINGS[i].text);
    }
}

/** Where the setting stands in the list; the name's type sees to it that there is one. */
static uint32_t settings_settings_place(settings_settings_t *self, settings_setting_name_t name)
{
    (void)self;
    for (uint32_t i = 0; i < 61u && true; i++) {
        if (SETTINGS_SETTINGS[i].name == name) {
            return i;
        }
    }
    return 0;
}

uint32_t settings_settings_number(settings_settings_t *self, settings_setting_name_t name)
{
    return self->numbers[settings_settings_place(self, name)];
}

bool settings_settings_on(settings_settings_t *self, settings_setting_name_t name)
{
    return settings_settings_number(self, name) != 0u;
}

ts_bytes settings_settings_text(settings_settings_t *self, settings_setting_name_t name)
{
    return settings_settings_text_at(self, settings_settings_place(self, name));
}

static inline ts_bytes settings_settings_text_at(settings_settings_t *self, uint32_t place)
{
    const uint32_t start = self->starts[place];
    return ts_bytes_subarray((ts_bytes){.data = self->texts, .length = 1680}, start, start + self->lengths[place]);
}

uint8_t settings_settings_find(settings_settings_t *self, ts_bytes name)
{
    (void)self;
    for (uint32_t i = 0; i < 61u && true; i++) {
        if (bytes_same_bytes(settings_setting_name_texts[SETTINGS_SETTINGS[i].name], name)) {
            return (uint8_t)i;
        }
    }
    return SETTINGS_COUNT;
}

settings_setting_result_t settings_settings_assign(settings_settings_t *self, ts_bytes name, ts_bytes value)
{
    settings_codes_begin_check(&self->codes);
    const settings_setting_result_t result = settings_settings_check(self, name, value);
    const uint32_t code = settings_codes_parse(&self->codes, name);
    if (code != 0u && result == SETTINGS_SETTING_RESULT_OK) {
        settings_codes_store(&self->codes, code, value);
    }
    const uint32_t place = settings_settings_find(self, name);
    if (result == SETTINGS_SETTING_RESULT_OK && place < SETTINGS_COUNT && true) {
        settings_settings_store(self, place, SETTINGS_SETTINGS[place], value);
    }
    return result;
}

settings_setting_result_t settings_settings_check(settings_settings_t *self, ts_bytes name, ts_bytes value)
{
    const uint32_t code = settings_codes_parse(&self->codes, name);
    if (code != 0u) {
        return settings_settings_check_code(self, code, name, value);
    }
    const uint32_t place = settings_settings_find(self, name);
    if (place >= SETTINGS_COUNT || false) {
        ts2c_writer_clear(&self->out);
        ts2c_writer_text(&self->out, TS_TEXT("There is no setting "));
        write_excerpt_in_settings_settings(&self->out, name);
        ts2c_writer_text(&self->out, TS_TEXT("."));
        return SETTINGS_SETTING_RESULT_UNKNOWN_NAME;
    }
    const settings_setting_t setting = SETTINGS_SETTINGS[place];
    if (accepts(setting, value)) {
        return SETTINGS_SETTING_RESULT_OK;
    }
    ts2c_writer_clear(&self->out);
    ts2c_writer_text(&self->out, settings_setting_name_texts[setting.name]);
    write_limits(&self->out, setting);
    if (!settings_is_secret(setting.kind)) {
        ts2c_writer_text(&self->out, TS_TEXT(", not "));
        write_excerpt_in_settings_settings(&self->out, value);
    }
    ts2c_writer_text(&self->out, TS_TEXT("."));
    return SETTINGS_SETTING_RESULT_NOT_ALLOWED;
}

static settings_setting_result_t settings_settings_check_code(settings_settings_t *self, uint32_t code, ts_bytes name, ts_bytes value)
{
    if (settings_codes_accepts(&self->codes, code, value)) {
        return SETTINGS_SETTING_RESULT_OK;
    }
    ts2c_writer_clear(&self->out);
    ts2c_writer_bytes(&self->out, name);
    ts2c_writer_text(&self->out, TS_TEXT(" must be a topic of at most "));
    ts2c_writer_int(&self->out, SETTINGS_CODE_TOPIC);
    ts2c_writer_text(&self->out, TS_TEXT(" bytes, without +, # and control characters and without / at either end, that no other code has; or "));
    ts2c_writer_text(&self->out, TS_TEXT("off, or nothing; and there can be "));
    ts2c_writer_int(&self->out, SETTINGS_CODES);
    ts2c_writer_text(&self->out, TS_TEXT(" of them. It is not "));
    write_excerpt_in_settings_settings(&self->out, value);
    ts2c_writer_text(&self->out, TS_TEXT("."));
    return SETTINGS_SETTING_RESULT_NOT_ALLOWED;
}

ts_bytes settings_settings_explanation(settings_settings_t *self)
{
    return ts2c_writer_view(&self->out);
}

bool settings_settings_is_default(settings_settings_t *self, uint8_t place)
{
    const settings_setting_t setting = SETTINGS_SETTINGS[place];
    return settings_is_text(setting.kind) ? bytes_same_bytes(settings_settings_text_at(self, place), setting.text) : self->numbers[place] == setting.number;
}

void settings_settings_write(settings_settings_t *self, uint8_t place, ts2c_writer_t *out)
{
    const settings_setting_t setting = SETTINGS_SETTINGS[place];
    if (settings_is_text(setting.kind)) {
        ts2c_writer_bytes(out, settings_settings_text_at(self, place));
    } else {
        write_number_in_settings_settings(out, setting, self->numbers[place]);
    }
}

/** Stores a value that is allowed. */
static inline void settings_settings_store(settings_settings_t *self, uint32_t place, settings_setting_t setting, ts_bytes value)
{
    if (settings_is_text(setting.kind)) {
        settings_settings_keep(self, place, value);
    } else {
        const int32_t number = settings_parse(setting, value);
        self->numbers[place] = number >= 0 && (uint32_t)number <= setting.max ? (uint32_t)number : setting.number;
    }
}

/** Copies a text into its place, if it fits there. */
static inline void settings_settings_keep(settings_settings_t *self, uint32_t place, ts_bytes value)
{
    const uint32_t start = self->starts[place];
    const uint32_t length = value.length;
    if (length <= SETTINGS_TEXT_SIZE && start + length <= 1680u) {
        ts_span_u8_set((ts_span_u8){.data = self->texts, .length = 1680}, value.data, value.length, start);
        self->lengths[place] = (uint8_t)length;
    }
}
