/* Made by ts2c from ts/network/scan.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/network.h"
#include "portal/utf8.h"

typedef enum TS_NARROW {
    NETWORK_SCAN_STATE_IDLE,
    NETWORK_SCAN_STATE_SCANNING,
    NETWORK_SCAN_STATE_FOUND,
} network_scan_state_t;

/** The text of each. */
extern const ts_bytes network_scan_state_texts[3];

/** The search for networks. */
typedef struct {
    network_scan_state_t state;
    uint32_t since;
    uint8_t name[32];
} network_scan_t;

/** Makes a new `Scan` at `self`. */
TS_SHARED void network_scan_init(network_scan_t *self);

/** Begins one, if none is under way. */
TS_SHARED void network_scan_start(network_scan_t *self, uint32_t now);

TS_SHARED bool network_scan_is_on(network_scan_t *self);

TS_SHARED void network_scan_on_scanned(network_scan_t *self);

TS_SHARED void network_scan_tick(network_scan_t *self, uint32_t now);

/** The name of one that was found; empty where there is none, or it is no text that a person could choose. */
TS_SHARED ts_bytes network_scan_name_at(network_scan_t *self, uint8_t index_);

/** Writes the state and what was found last as a JSON object. */
TS_SHARED void network_scan_write(network_scan_t *self, ts2c_writer_t *out);
