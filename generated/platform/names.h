/* Made by ts2c from ts/platform/names.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** `found` comes with the address; `not-found`: nobody answered within two seconds. */
typedef enum TS_NARROW {
    PLATFORM_NAMES_EVENT_FOUND,
    PLATFORM_NAMES_EVENT_NOT_FOUND,
} platform_names_event_t;

/** From now on the device is `host`.local. At most 63 bytes. A new name replaces the old one. */
void p1_names_announce(ts_bytes host);

/**
 * Offers a service over TCP at `port`: `_http` for the page. `records` are what it tells of itself, each `key=value` and a line feed, of at
 * most 160 bytes and 8 records (RFC 6763, 6). A service that is offered again has a new port and new records; port 0 takes it back.
 */
void p1_names_offer(ts_bytes service, uint16_t port, ts_bytes records);

/** Asks for the IPv4 address of `host`.local (without `.local`); one event answers it. A new question ends the old one. */
void p1_names_look_up(ts_bytes host);
