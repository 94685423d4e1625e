/* Made by ts2c from ts/portal/body.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/http.h"

/** What became of a body: `none`: it is not ours, or goes on; `broken`: it ended too early. */
typedef enum TS_NARROW {
    PORTAL_BODY_STATE_NONE,
    PORTAL_BODY_STATE_WHOLE,
    PORTAL_BODY_STATE_BROKEN,
} portal_body_state_t;

/** Collects the body of one request at a time. */
typedef struct {
    uint32_t request;
    uint16_t length;
    uint8_t memory[4096];
    uint16_t used;
} portal_body_t;

/** The longest body of a form: all settings at once. */
#define PORTAL_BODY_SIZE 4096

/** Makes a new `Body` at `self`. */
TS_SHARED void portal_body_init(portal_body_t *self);

/** Whether another request's body is being collected. */
TS_SHARED bool portal_body_is_busy(portal_body_t *self);

/** Whose body is being collected; 0: nobody's. */
TS_SHARED uint32_t portal_body_sender(portal_body_t *self);

/** Begins to collect the body of a request. */
TS_SHARED void portal_body_begin(portal_body_t *self, uint32_t request, uint16_t length);

/** Something happened to a request. */
TS_SHARED portal_body_state_t portal_body_on_http(portal_body_t *self, uint32_t request, platform_http_event_t event, ts_bytes bytes);

/** What was collected. */
TS_SHARED ts_bytes portal_body_view(portal_body_t *self);

/** The body was used. What it held may be a password. */
TS_SHARED void portal_body_end(portal_body_t *self);
