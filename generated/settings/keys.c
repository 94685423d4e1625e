/* Made by ts2c from ts/settings/keys.ts: change that file, not this one. */

#include "settings/keys.h"

static ts_bytes parse_hex(ts_bytes text, ts_span_u8 to);

void settings_keys_init(settings_keys_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    self->settings = settings;
}

void settings_keys_hand(settings_keys_t *self, p1_encryption_t *encryption)
{
    const ts_bytes value_1 = parse_hex(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_ENCRYPTION_KEY), (ts_span_u8){.data = self->key, .length = 16});
    p1_encryption_configure(encryption, value_1, parse_hex(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_ENCRYPTION_AAD), (ts_span_u8){.data = self->additional, .length = 64}));
    // Nobody else needs to find it.
    ts_span_u8_fill((ts_span_u8){.data = self->key, .length = 16}, 0, 0, 4294967295u);
}

/** The bytes that hexadecimal digits write, put into `to` as far as they fit. */
static ts_bytes parse_hex(ts_bytes text, ts_span_u8 to)
{
    const uint32_t length = ts_min_u32((uint32_t)((int32_t)text.length >> 1), to.length);
    for (uint32_t i = 0; i < to.length && 2u * i + 1u < text.length; i++) {
        to.data[i] = (uint8_t)(((p1_hex_value(text.data[2u * i]) << 4) | p1_hex_value(text.data[2u * i + 1u])) & 0xff);
    }
    return ts_bytes_subarray(ts_as_bytes(to), 0, length);
}
