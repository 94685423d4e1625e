/* Made by ts2c from ts/platform/serial.ts: change that file, not this one. */

#include "platform/serial.h"

const ts_bytes platform_frame_texts[2] = {
    {(const uint8_t *)"8N1", 3},
    {(const uint8_t *)"7E1", 3},
};
