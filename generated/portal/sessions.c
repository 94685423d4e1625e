/* Made by ts2c from ts/portal/sessions.ts: change that file, not this one. */

#include "portal/sessions.h"

#define TOKEN 16

#define LONGEST_MS_IN_PORTAL_SESSIONS 604800000

static inline void portal_session_init(portal_session_t *self);

/** Makes a new `Session` at `self`. */
static inline void portal_session_init(portal_session_t *self)
{
    memset(self, 0, sizeof(*self));
}

void portal_sessions_init(portal_sessions_t *self)
{
    memset(self, 0, sizeof(*self));
    for (uint32_t i = 0; i < 4; i++) {
        portal_session_init(&self->sessions[i]);
    }
}

void portal_sessions_open(portal_sessions_t *self, ts2c_writer_t *out, uint32_t now)
{
    portal_session_t *place = &self->sessions[0];
    for (uint32_t i = 0; i < 4; i++) {
        portal_session_t *const session = &self->sessions[i];
        if (place->open && (!session->open || now - session->used_at > now - place->used_at)) {
            place = session;
        }
    }
    for (uint32_t i = 0; i < TOKEN; i++) {
        self->random[i] = (uint8_t)(p1_system_random() & 0xffu);
    }
    place->open = true;
    place->used_at = now;
    ts2c_writer_t token = {0};
    ts2c_writer_init(&token, (ts_span_u8){.data = place->token, .length = 32});
    ts2c_writer_hex(&token, (ts_bytes){.data = self->random, .length = 16});
    ts2c_writer_bytes(out, ts2c_writer_view(&token));
}

bool portal_sessions_is_open(portal_sessions_t *self, ts_bytes token, uint32_t now)
{
    for (uint32_t i = 0; i < 4; i++) {
        portal_session_t *const session = &self->sessions[i];
        if (session->open && now - session->used_at > LONGEST_MS_IN_PORTAL_SESSIONS) {
            session->open = false;
        }
        if (session->open && portal_same_secret((ts_bytes){.data = session->token, .length = 32}, token)) {
            session->used_at = now;
            return true;
        }
    }
    return false;
}

void portal_sessions_close(portal_sessions_t *self, ts_bytes token)
{
    for (uint32_t i = 0; i < 4; i++) {
        portal_session_t *const session = &self->sessions[i];
        if (session->open && portal_same_secret((ts_bytes){.data = session->token, .length = 32}, token)) {
            session->open = false;
        }
    }
}

void portal_sessions_close_all(portal_sessions_t *self)
{
    for (uint32_t i = 0; i < 4; i++) {
        portal_session_t *const session = &self->sessions[i];
        session->open = false;
    }
}

void portal_sessions_tick(portal_sessions_t *self, uint32_t now)
{
    (void)portal_sessions_is_open(self, TS_TEXT(""), now);
}
