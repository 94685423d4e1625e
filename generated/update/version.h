/* Made by ts2c from ts/update/version.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "p1/ascii.h"

/** How a version stands to another one; `unknown`: one of them is a bare commit, say, and nobody can tell. */
typedef enum TS_NARROW {
    UPDATE_ORDER_OLDER,
    UPDATE_ORDER_SAME,
    UPDATE_ORDER_NEWER,
    UPDATE_ORDER_UNKNOWN,
} update_order_t;

typedef struct {
    bool known;
    /** The three numbers as one. */
    int64_t numbers;
    uint8_t stage;
    /** How many commits came after the release. */
    uint32_t commits;
    ts_bytes rest;
} update_version_t;

/** How `version` stands to `other`. */
TS_SHARED update_order_t update_order_of(ts_bytes version, ts_bytes other);

/** Whether a version can be compared with others. */
TS_SHARED bool update_is_ordered(ts_bytes version);
