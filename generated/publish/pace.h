/* Made by ts2c from ts/publish/pace.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** Publications that are at least a while apart. */
typedef struct {
    uint32_t began;
    /** Whether {@link began} counts: there was a publication since the last {@link reset}. */
    bool has_begun;
} publish_pace_t;

/** Makes a new `Pace` at `self`. */
TS_SHARED void publish_pace_init(publish_pace_t *self);

/** The next publication may begin at once. */
TS_SHARED void publish_pace_reset(publish_pace_t *self);

/** Whether the last publication began at least so many seconds ago. */
TS_SHARED bool publish_pace_is_time(publish_pace_t *self, uint32_t now, uint32_t seconds);

/** A publication begins. */
TS_SHARED void publish_pace_begin(publish_pace_t *self, uint32_t now);
