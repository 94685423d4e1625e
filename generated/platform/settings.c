/* Made by ts2c from ts/platform/settings.ts: change that file, not this one. */

#include "platform/settings.h"

const ts_bytes platform_settings_key_texts[2] = {
    {(const uint8_t *)"record_a", 8},
    {(const uint8_t *)"record_b", 8},
};
