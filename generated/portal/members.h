/* Made by ts2c from ts/portal/members.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"

/**
 * What came next. `end`: the object is over, and nothing stands behind it. `wrong`: it is no such object.
 */
typedef enum TS_NARROW {
    PORTAL_STEP_MEMBER,
    PORTAL_STEP_END,
    PORTAL_STEP_WRONG,
} portal_step_t;

/** A walk through one object. */
typedef struct {
    uint32_t at;
    bool started;
    uint8_t name_memory[64];
    uint8_t value_memory[256];
    /**
     * The name of the member at which the walk stands, and its value: a text without its quotes, or a word as it is written. What is
     * longer than any that is allowed is cut.
     */
    ts2c_writer_t name;
    ts2c_writer_t value;
} portal_members_t;

/** Makes a new `Members` at `self`. */
TS_SHARED void portal_members_init(portal_members_t *self);

/** Begins a walk. */
TS_SHARED void portal_members_start(portal_members_t *self);

/** Goes to the next member of `text`. */
TS_SHARED portal_step_t portal_members_next(portal_members_t *self, ts_bytes text);
