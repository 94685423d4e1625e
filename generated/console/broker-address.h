/* Made by ts2c from ts/console/broker-address.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** A broker's host, and its port where one is written. */
typedef struct {
    bool is_right;
    ts_bytes host;
    ts_bytes port;
} console_broker_address_t;

/**
 * Takes `HOST`, `HOST:PORT`, an address of IPv6 or `[ADDRESS]:PORT` apart. A text with a slash is none of them, nor one with a port
 * beyond 65535; what else a host may be, the setting says.
 */
TS_SHARED console_broker_address_t console_broker_of(ts_bytes text);
