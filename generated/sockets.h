/* Made by ts2c from ts/sockets.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** How the driver itself refuses what the device never sees: a status, and a problem as RFC 9457 has it. */
typedef struct {
    uint16_t status;
    ts_bytes problem;
} sockets_refusal_t;

/** Connections of HTTP clients. */
#define SOCKETS_HTTP_SOCKETS 7

/** The sockets that the HTTP server takes for itself. */
#define SOCKETS_HTTP_OWN_SOCKETS 3

/** Clients of the port for raw telegrams. */
#define SOCKETS_TELEGRAM_SOCKETS 4

/** All sockets that there are. */
#define SOCKETS_ALL_SOCKETS 19

/** Requests that are answered at the same time; another one gets 503. Event streams are two of them at most. */
#define SOCKETS_HTTP_REQUESTS 4

#define SOCKETS_HTTP_STREAMS 2

/** The longest target of a request (path and query), in bytes; 414 beyond. */
#define SOCKETS_HTTP_PATH 255

/** The bytes of a request's head; 431 beyond. */
#define SOCKETS_HTTP_HEAD 2048

/** The most bytes that cross the border at once, of a body or an answer. */
#define SOCKETS_HTTP_PART 1024

/** How long a client may take for a part, in seconds. */
#define SOCKETS_HTTP_SECONDS 10

extern const sockets_refusal_t SOCKETS_HTTP_REFUSALS[10];

/** The lines of a request's head that the device is given. */
extern const ts_bytes SOCKETS_HTTP_FIELDS[6];
