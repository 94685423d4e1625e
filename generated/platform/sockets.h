/* Made by ts2c from ts/platform/sockets.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * What happened at the port. `connected` and `gone` are about a client; `slow` is one that was dropped because it does not read;
 * `refused` one that came when all places were taken; `port-taken` says that the port can't be opened.
 */
typedef enum TS_NARROW {
    PLATFORM_SOCKETS_EVENT_CONNECTED,
    PLATFORM_SOCKETS_EVENT_GONE,
    PLATFORM_SOCKETS_EVENT_SLOW,
    PLATFORM_SOCKETS_EVENT_REFUSED,
    PLATFORM_SOCKETS_EVENT_PORT_TAKEN,
} platform_sockets_event_t;

/** Opens the port for at most so many clients at a time; drops those of a port that was open. 0 closes it. */
void p1_sockets_listen(uint16_t port, uint8_t clients);

/**
 * Sends bytes to every client, as far as its connection takes them at once; one that has not taken what was sent before, and has
 * no room for this, is dropped. Never waits.
 */
void p1_sockets_send(ts_bytes bytes);
