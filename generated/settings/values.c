/* Made by ts2c from ts/settings/values.ts: change that file, not this one. */

#include "settings/values.h"

#define BAR 124

#define SLASH_IN_SETTINGS_VALUES 47

#define PLUS_IN_SETTINGS_VALUES 43

#define HASH 35

#define KEY_DIGITS 32

#define NO_NUMBER (-1)

static int32_t parse_number(ts_bytes value);
static inline int32_t parse_switch(ts_bytes value);
static int32_t parse_choice(ts_bytes choices, ts_bytes value);
static bool is_hex(ts_bytes value);
static inline bool is_wifi_password(ts_bytes value);
static inline bool is_host_byte(uint32_t byte);

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
static inline int32_t parse_switch(ts_bytes value)
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
static int32_t parse_choice(ts_bytes choices, ts_bytes value)
{
    uint32_t start = 0;
    uint32_t place = 0;
    for (uint32_t at = 0; at <= choices.length && at <= 128u; at++) {
        if ((at < choices.length ? choices.data[at] : BAR) == BAR) {
            if (bytes_same_bytes(ts_bytes_slice(choices, start, at), value)) {
                return (int32_t)place;
            }
            start = at + 1u;
            place = ts_min_u32(place + 1u, 128);
        }
    }
    return NO_NUMBER;
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

ts_bytes settings_word_at(ts_bytes choices, uint32_t wanted)
{
    ts_bytes rest = choices;
    for (uint32_t place = 0; place < wanted; place++) {
        const int32_t bar = (int32_t)ts_bytes_index_of(rest, BAR, 0);
        rest = ts_bytes_subarray(rest, bar < 0 ? rest.length : (uint32_t)(bar + 1), 4294967295u);
    }
    const int32_t end = (int32_t)ts_bytes_index_of(rest, BAR, 0);
    return end < 0 ? rest : ts_bytes_slice(rest, 0, (uint32_t)end);
}

bool settings_is_secret(settings_kind_t kind)
{
    return kind == SETTINGS_KIND_SECRET || kind == SETTINGS_KIND_WIFI_PASSWORD || kind == SETTINGS_KIND_KEY || kind == SETTINGS_KIND_PASSWORD;
}

bool settings_is_text(settings_kind_t kind)
{
    return kind != SETTINGS_KIND_NUMBER && kind != SETTINGS_KIND_SWITCH && kind != SETTINGS_KIND_CHOICE;
}

bool settings_well_formed(settings_kind_t kind, ts_bytes value)
{
    if (kind == SETTINGS_KIND_HEX || kind == SETTINGS_KIND_KEY) {
        return is_hex(value) && (kind == SETTINGS_KIND_HEX || value.length == 0u || value.length == KEY_DIGITS);
    }
    if (kind == SETTINGS_KIND_PASSWORD) {
        return value.length == 0u || (value.length == SETTINGS_PASSWORD_LENGTH && value.data[0] == 112 && is_hex(ts_bytes_subarray(value, 2, 4294967295u)));
    }
    for (uint32_t i = 0; i < value.length; i++) {
        const uint8_t byte = value.data[i];
        if (byte < 32 || byte == 127) {
            return false;
        }
        if (kind == SETTINGS_KIND_TOPIC && (byte == PLUS_IN_SETTINGS_VALUES || byte == HASH)) {
            return false;
        }
        if (kind == SETTINGS_KIND_HOST && !is_host_byte(byte)) {
            return false;
        }
    }
    if (kind == SETTINGS_KIND_WIFI_PASSWORD) {
        return is_wifi_password(value);
    }
    if (kind == SETTINGS_KIND_ADDRESS) {
        return value.length == 0u || network_parse_address(value) != NETWORK_NO_ADDRESS;
    }
    if (kind != SETTINGS_KIND_TOPIC) {
        return true;
    }
    return value.length == 0u || (value.data[0] != SLASH_IN_SETTINGS_VALUES && value.data[value.length - 1u] != SLASH_IN_SETTINGS_VALUES);
}

/** Whether WPA takes it: a password, or the key that is made of one; an open network has none. Source: IEEE 802.11i, H.4. */
static inline bool is_wifi_password(ts_bytes value)
{
    return value.length == 0u || (value.length >= 8u && value.length < 64u) || (value.length == 64u && is_hex(value));
}

/** Whether a byte may stand in a host's name. */
static inline bool is_host_byte(uint32_t byte)
{
    const uint32_t letter = byte | 32u;
    return (letter >= 97u && letter <= 122u) || (byte >= 48u && byte <= 57u) || byte == 45u || byte == 95u;
}

int32_t settings_parse(settings_setting_t setting, ts_bytes value)
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
