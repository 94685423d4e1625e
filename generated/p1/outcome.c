/* Made by ts2c from ts/p1/outcome.ts: change that file, not this one. */

#include "p1/outcome.h"

const ts_bytes p1_crc_texts[3] = {
    {(const uint8_t *)"arc", 3},
    {(const uint8_t *)"x25", 3},
    {(const uint8_t *)"absent", 6},
};
