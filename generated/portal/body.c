/* Made by ts2c from ts/portal/body.ts: change that file, not this one. */

#include "portal/body.h"

#define NONE_IN_PORTAL_BODY 0

void portal_body_init(portal_body_t *self)
{
    memset(self, 0, sizeof(*self));
    self->request = NONE_IN_PORTAL_BODY;
}

bool portal_body_is_busy(portal_body_t *self)
{
    return self->request != NONE_IN_PORTAL_BODY;
}

uint32_t portal_body_sender(portal_body_t *self)
{
    return self->request;
}

void portal_body_begin(portal_body_t *self, uint32_t request, uint16_t length)
{
    self->request = request;
    self->length = length;
    self->used = 0;
    p1_http_receive(request);
}

portal_body_state_t portal_body_on_http(portal_body_t *self, uint32_t request, platform_http_event_t event, ts_bytes bytes)
{
    if (request != self->request || request == NONE_IN_PORTAL_BODY) {
        return PORTAL_BODY_STATE_NONE;
    }
    if (event == PLATFORM_HTTP_EVENT_CLOSED) {
        portal_body_end(self);
    }
    if (event != PLATFORM_HTTP_EVENT_BODY) {
        return PORTAL_BODY_STATE_NONE;
    }
    const uint32_t used = self->used;
    if (bytes.length > 0u && (int32_t)bytes.length <= self->length - (int32_t)used && bytes.length <= 4096u - used) {
        ts_span_u8_set((ts_span_u8){.data = self->memory, .length = 4096}, bytes.data, bytes.length, used);
        self->used = (uint16_t)(used + bytes.length);
        p1_http_receive(request);
        return PORTAL_BODY_STATE_NONE;
    }
    return bytes.length == 0u && self->used == self->length ? PORTAL_BODY_STATE_WHOLE : PORTAL_BODY_STATE_BROKEN;
}

ts_bytes portal_body_view(portal_body_t *self)
{
    return ts_bytes_slice((ts_bytes){.data = self->memory, .length = 4096}, 0, self->used);
}

void portal_body_end(portal_body_t *self)
{
    self->request = NONE_IN_PORTAL_BODY;
    ts_span_u8_fill((ts_span_u8){.data = self->memory, .length = 4096}, 0, 0, 4294967295u);
    self->used = 0;
}
