/* Made by ts2c from ts/sockets.ts: change that file, not this one. */

#include "sockets.h"

const sockets_refusal_t SOCKETS_HTTP_REFUSALS[10] = {
    {.status = 400, .problem = {(const uint8_t *)"{\"status\":400,\"detail\":\"What came is no request of HTTP that can be read.\"}\n", 76}},
    {.status = 404, .problem = {(const uint8_t *)"{\"status\":404,\"detail\":\"There is nothing at this address.\"}\n", 60}},
    {.status = 405, .problem = {(const uint8_t *)"{\"status\":405,\"detail\":\"Only GET and POST are answered here.\"}\n", 63}},
    {.status = 408, .problem = {(const uint8_t *)"{\"status\":408,\"detail\":\"The rest of the request did not come in time: send it again.\"}\n", 87}},
    {.status = 411, .problem = {(const uint8_t *)"{\"status\":411,\"detail\":\"The device has to know how long a body is: send it with its length, not in chunks.\"}\n", 109}},
    {.status = 414, .problem = {(const uint8_t *)"{\"status\":414,\"detail\":\"No address of the device is so long.\"}\n", 63}},
    {.status = 431, .problem = {(const uint8_t *)"{\"status\":431,\"detail\":\"The head of a request may not be longer than 2048 bytes.\"}\n", 83}},
    {.status = 500, .problem = {(const uint8_t *)"{\"status\":500,\"detail\":\"The device could not read the request: its log says why.\"}\n", 83}},
    {.status = 503, .problem = {(const uint8_t *)"{\"status\":503,\"detail\":\"As many requests as the device can answer are under way: ask again.\"}\n", 94}},
    {.status = 505, .problem = {(const uint8_t *)"{\"status\":505,\"detail\":\"Only HTTP/1.1 and HTTP/1.0 are spoken here.\"}\n", 70}},
};

const ts_bytes SOCKETS_HTTP_FIELDS[6] = {
    {(const uint8_t *)"host", 4}, {(const uint8_t *)"origin", 6}, {(const uint8_t *)"authorization", 13},
    {(const uint8_t *)"cookie", 6}, {(const uint8_t *)"content-type", 12}, {(const uint8_t *)"if-none-match", 13},
};
