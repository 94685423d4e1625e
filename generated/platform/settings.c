/* Made by ts2c from ts/platform/settings.ts: change that file, not this one. */

#include "platform/settings.h"

const ts_bytes platform_settings_key_texts[4] = {
    {(const uint8_t *)"record_a", 8},
    {(const uint8_t *)"record_b", 8},
    {(const uint8_t *)"broker_ca", 9},
    {(const uint8_t *)"broker_identity", 15},
};
