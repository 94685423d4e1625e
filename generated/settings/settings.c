/* Made by ts2c from ts/settings/settings.ts: change that file, not this one. */

#include "settings/settings.h"

#define BAR 124

#define SLASH 47

#define PLUS 43

#define HASH 35

#define KEY_DIGITS 32

#define NO_NUMBER (-1)

static int32_t parse_number(ts_bytes value);
static int8_t parse_switch(ts_bytes value);
static int16_t parse_choice(ts_bytes choices, ts_bytes value);
static bool is_text(settings_kind_t kind);
static bool is_hex(ts_bytes value);
static bool well_formed(settings_kind_t kind, ts_bytes value);
static bool is_host_byte(uint8_t byte);
static void write_limits(ts2c_writer_t *out, settings_setting_t setting);
static uint8_t settings_settings_place(settings_settings_t *self, settings_setting_name_t name);
static bool settings_settings_store(settings_settings_t *self, uint8_t place, settings_setting_t setting, ts_bytes value);
static bool settings_settings_keep(settings_settings_t *self, uint8_t place, ts_bytes value);
static int32_t parse(settings_setting_t setting, ts_bytes value);

/** The whole number that `value` writes, or {@link NO_NUMBER}. */
static int32_t parse_number(ts_bytes value)
{
    if (value.length < 1u || value.length > 7u) {
        return NO_NUMBER;
    }
    uint32_t number = 0;
    for (uint32_t i = 0; i < value.length; i++) {
        const uint8_t byte = value.data[i];
        if (byte < 48 || byte > 57) {
            return NO_NUMBER;
        }
        number = ts_min_u32(number * 10u + (uint32_t)(byte - 48), 9999999);
    }
    return (int32_t)number;
}

/** 1 for on, 0 for off, or {@link NO_NUMBER}. */
static int8_t parse_switch(ts_bytes value)
{
    if (bytes_same_bytes(value, TS_TEXT("on")) || bytes_same_bytes(value, TS_TEXT("true")) || bytes_same_bytes(value, TS_TEXT("1"))) {
        return 1;
    }
    if (bytes_same_bytes(value, TS_TEXT("off")) || bytes_same_bytes(value, TS_TEXT("false")) || bytes_same_bytes(value, TS_TEXT("0"))) {
        return 0;
    }
    return NO_NUMBER;
}

/** The place, from 0, of `value` among the words of `choices`, which `|` parts, or {@link NO_NUMBER}. */
static int16_t parse_choice(ts_bytes choices, ts_bytes value)
{
    uint8_t start = 0;
    uint8_t place = 0;
    for (uint32_t at = 0; at <= choices.length && at <= 128u; at++) {
        if ((at < choices.length ? choices.data[at] : BAR) == BAR) {
            if (bytes_same_bytes(ts_bytes_subarray(choices, start, at), value)) {
                return place;
            }
            start = (uint8_t)(at + 1u);
            place = (uint8_t)ts_min_i32(place + 1, 128);
        }
    }
    return NO_NUMBER;
}

/** Whether a text is stored, and not a number. */
static bool is_text(settings_kind_t kind)
{
    return kind != SETTINGS_KIND_NUMBER && kind != SETTINGS_KIND_SWITCH && kind != SETTINGS_KIND_CHOICE;
}

/** Whether all of a text are hexadecimal digits, two for each byte. */
static bool is_hex(ts_bytes value)
{
    for (uint32_t i = 0; i < value.length; i++) {
        const uint8_t byte = value.data[i];
        if (p1_hex_value(byte) > 15) {
            return false;
        }
    }
    return value.length % 2u == 0u;
}

/** Whether a text may be stored: no control characters, and in a topic no wildcards and no `/` at either end. */
static bool well_formed(settings_kind_t kind, ts_bytes value)
{
    if (kind == SETTINGS_KIND_HEX || kind == SETTINGS_KIND_KEY) {
        return is_hex(value) && (kind == SETTINGS_KIND_HEX || value.length == 0u || value.length == KEY_DIGITS);
    }
    for (uint32_t i = 0; i < value.length; i++) {
        const uint8_t byte = value.data[i];
        if (byte < 32 || byte == 127) {
            return false;
        }
        if (kind == SETTINGS_KIND_TOPIC && (byte == PLUS || byte == HASH)) {
            return false;
        }
        if (kind == SETTINGS_KIND_HOST && !is_host_byte(byte)) {
            return false;
        }
    }
    if (kind == SETTINGS_KIND_ADDRESS) {
        return value.length == 0u || network_parse_address(value) != NETWORK_NO_ADDRESS;
    }
    if (kind != SETTINGS_KIND_TOPIC) {
        return true;
    }
    return value.length > 0u && value.data[0] != SLASH && value.data[value.length - 1u] != SLASH;
}

/** Whether a byte may stand in a host's name. */
static bool is_host_byte(uint8_t byte)
{
    const uint32_t letter = (uint32_t)(byte | 32);
    return (letter >= 97u && letter <= 122u) || (byte >= 48 && byte <= 57) || byte == 45 || byte == 95;
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

void settings_settings_init(settings_settings_t *self)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->out, (ts_span_u8){.data = self->message, .length = 384});
}

void settings_settings_reset(settings_settings_t *self)
{
    for (uint32_t i = 0; i < 31u && true; i++) {
        self->numbers[i] = SETTINGS_SETTINGS[i].number;
        (void)settings_settings_keep(self, (uint8_t)i, SETTINGS_SETTINGS[i].text);
    }
}

/** Where the setting stands in the list; the name's type sees to it that there is one. */
static uint8_t settings_settings_place(settings_settings_t *self, settings_setting_name_t name)
{
    (void)self;
    for (uint32_t i = 0; i < 31u && true; i++) {
        if (SETTINGS_SETTINGS[i].name == name) {
            return (uint8_t)i;
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
    const uint32_t place = settings_settings_place(self, name);
    const uint32_t start = place * SETTINGS_TEXT_SIZE;
    return ts_bytes_subarray((ts_bytes){.data = self->texts, .length = 3968}, start, start + self->lengths[place]);
}

uint8_t settings_settings_find(settings_settings_t *self, ts_bytes name)
{
    (void)self;
    for (uint32_t i = 0; i < 31u && true; i++) {
        if (bytes_same_bytes(settings_setting_name_texts[SETTINGS_SETTINGS[i].name], name)) {
            return (uint8_t)i;
        }
    }
    return SETTINGS_COUNT;
}

settings_setting_result_t settings_settings_assign(settings_settings_t *self, ts_bytes name, ts_bytes value)
{
    const uint32_t place = settings_settings_find(self, name);
    if (place >= SETTINGS_COUNT || false) {
        ts2c_writer_clear(&self->out);
        ts2c_writer_text(&self->out, TS_TEXT("There is no setting "));
        ts2c_writer_json_string(&self->out, ts_bytes_subarray(name, 0, 64));
        ts2c_writer_text(&self->out, TS_TEXT("."));
        return SETTINGS_SETTING_RESULT_UNKNOWN_NAME;
    }
    const settings_setting_t setting = SETTINGS_SETTINGS[place];
    if (settings_settings_store(self, (uint8_t)place, setting, value)) {
        return SETTINGS_SETTING_RESULT_OK;
    }
    ts2c_writer_clear(&self->out);
    ts2c_writer_text(&self->out, settings_setting_name_texts[setting.name]);
    write_limits(&self->out, setting);
    if (setting.kind != SETTINGS_KIND_SECRET && setting.kind != SETTINGS_KIND_KEY) {
        ts2c_writer_text(&self->out, TS_TEXT(", not "));
        ts2c_writer_json_string(&self->out, ts_bytes_subarray(value, 0, 64));
    }
    ts2c_writer_text(&self->out, TS_TEXT("."));
    return SETTINGS_SETTING_RESULT_NOT_ALLOWED;
}

ts_bytes settings_settings_explanation(settings_settings_t *self)
{
    return ts2c_writer_view(&self->out);
}

/** Stores the value if it is allowed. */
static bool settings_settings_store(settings_settings_t *self, uint8_t place, settings_setting_t setting, ts_bytes value)
{
    if (is_text(setting.kind)) {
        if (value.length < setting.min || value.length > setting.max || !well_formed(setting.kind, value)) {
            return false;
        }
        return settings_settings_keep(self, place, value);
    }
    const int32_t number = parse(setting, value);
    if (number < (int32_t)setting.min || (uint32_t)number > setting.max) {
        return false;
    }
    self->numbers[place] = (uint32_t)number;
    return true;
}

/** Copies a text into its place, if it fits there. */
static bool settings_settings_keep(settings_settings_t *self, uint8_t place, ts_bytes value)
{
    const uint32_t start = (uint32_t)(place * SETTINGS_TEXT_SIZE);
    const uint32_t length = value.length;
    if (length > SETTINGS_TEXT_SIZE || false) {
        return false;
    }
    ts_span_u8_set((ts_span_u8){.data = self->texts, .length = 3968}, value.data, value.length, start);
    self->lengths[place] = (uint8_t)length;
    return true;
}

/** The number for which `value` stands in a setting that is no text, or {@link NO_NUMBER}. */
static int32_t parse(settings_setting_t setting, ts_bytes value)
{
    switch (setting.kind) {
    case SETTINGS_KIND_NUMBER:
        return parse_number(value);
    case SETTINGS_KIND_SWITCH:
        return parse_switch(value);
    default:
        return parse_choice(setting.choices, value);
    }
    TS_UNREACHABLE();
}
