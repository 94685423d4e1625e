/* Made by ts2c from ts/sockets.ts: change that file, not this one. */

#include "sockets.h"

const ts_bytes SOCKETS_HTTP_FIELDS[6] = {
    {(const uint8_t *)"host", 4}, {(const uint8_t *)"origin", 6}, {(const uint8_t *)"authorization", 13},
    {(const uint8_t *)"cookie", 6}, {(const uint8_t *)"content-type", 12}, {(const uint8_t *)"if-none-match", 13},
};
