/* Made by ts2c from ts/sockets.ts: change that file, not this one. */

#include "sockets.h"

const ts_bytes SOCKETS_HTTP_BUSY = {(const uint8_t *)"{\"status\":503,\"detail\":\"As many requests as the device can answer are under way: ask again.\"}\n", 94};

const ts_bytes SOCKETS_HTTP_TOO_LONG = {(const uint8_t *)"{\"status\":414,\"detail\":\"No address of the device is so long.\"}\n", 63};

const ts_bytes SOCKETS_HTTP_CHUNKED = {(const uint8_t *)"{\"status\":411,\"detail\":\"The device has to know how long a body is: send it with its length, not in chunks.\"}\n", 109};

const ts_bytes SOCKETS_HTTP_FIELDS[6] = {
    {(const uint8_t *)"host", 4}, {(const uint8_t *)"origin", 6}, {(const uint8_t *)"authorization", 13},
    {(const uint8_t *)"cookie", 6}, {(const uint8_t *)"content-type", 12}, {(const uint8_t *)"if-none-match", 13},
};
