/* Made by ts2c from ts/settings/entry.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** The first entry of some, and the others. */
typedef struct {
    ts_bytes name;
    ts_bytes value;
    bool is_aside;
    ts_bytes rest;
} settings_entry_t;

/** Reads an entry. Of bytes that are none, something shorter is left. */
TS_SHARED settings_entry_t settings_entry_of(ts_bytes bytes);

/** Writes one. */
TS_SHARED void settings_write_entry(ts2c_writer_t *out, ts_bytes name, ts_bytes value, bool is_aside);
