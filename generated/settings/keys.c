/* Made by ts2c from ts/settings/keys.ts: change that file, not this one. */

#include "settings/keys.h"

void settings_keys_init(settings_keys_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    self->settings = settings;
}

void settings_keys_hand(settings_keys_t *self, p1_encryption_t *encryption)
{
    const ts_bytes value_1 = bytes_parse_hex(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_ENCRYPTION_KEY), (ts_span_u8){.data = self->key, .length = 16});
    p1_encryption_configure(encryption, value_1, bytes_parse_hex(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_ENCRYPTION_AAD), (ts_span_u8){.data = self->additional, .length = 64}));
    // Nobody else needs to find it.
    ts_span_u8_fill((ts_span_u8){.data = self->key, .length = 16}, 0, 0, 4294967295u);
}
