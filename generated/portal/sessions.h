/* Made by ts2c from ts/portal/sessions.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/system.h"
#include "portal/same-secret.h"

typedef struct {
    bool open;
    uint32_t used_at;
    uint8_t token[32];
} portal_session_t;

/** The open sessions. */
typedef struct {
    portal_session_t sessions[4];
    uint8_t random[16];
} portal_sessions_t;

/** Makes a new `Sessions` at `self`. */
TS_SHARED void portal_sessions_init(portal_sessions_t *self);

/** Opens a session and writes its token. */
TS_SHARED void portal_sessions_open(portal_sessions_t *self, ts2c_writer_t *out, uint32_t now);

/** Whether a token is that of an open session, which is used with this. */
TS_SHARED bool portal_sessions_is_open(portal_sessions_t *self, ts_bytes token, uint32_t now);

/** Ends a session. */
TS_SHARED void portal_sessions_close(portal_sessions_t *self, ts_bytes token);

/** Ends all, for the password is another one. */
TS_SHARED void portal_sessions_close_all(portal_sessions_t *self);

/** Ends those that were quiet too long, before the clock goes round. */
TS_SHARED void portal_sessions_tick(portal_sessions_t *self, uint32_t now);
