/* Made by ts2c from ts/platform/system.ts: change that file, not this one. */

#include "platform/system.h"

const ts_bytes platform_start_reason_texts[8] = {
    {(const uint8_t *)"power", 5},
    {(const uint8_t *)"button", 6},
    {(const uint8_t *)"restart", 7},
    {(const uint8_t *)"crash", 5},
    {(const uint8_t *)"watchdog", 8},
    {(const uint8_t *)"brownout", 8},
    {(const uint8_t *)"usb", 3},
    {(const uint8_t *)"unknown", 7},
};
