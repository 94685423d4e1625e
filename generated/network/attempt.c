/* Made by ts2c from ts/network/attempt.ts: change that file, not this one. */

#include "network/attempt.h"

#define ANSWER_MS_IN_NETWORK_ATTEMPT 300

static network_attempt_state_t state_after(platform_network_event_t event);

const ts_bytes network_attempt_state_texts[7] = {
    {(const uint8_t *)"idle", 4},
    {(const uint8_t *)"trying", 6},
    {(const uint8_t *)"joined", 6},
    {(const uint8_t *)"wrong-password", 14},
    {(const uint8_t *)"not-found", 9},
    {(const uint8_t *)"refused", 7},
    {(const uint8_t *)"no-address", 10},
};

/** What the driver says of an attempt that did not succeed. */
static network_attempt_state_t state_after(platform_network_event_t event)
{
    switch (event) {
    case PLATFORM_NETWORK_EVENT_WRONG_PASSWORD:
        return NETWORK_ATTEMPT_STATE_WRONG_PASSWORD;
    case PLATFORM_NETWORK_EVENT_NOT_FOUND:
        return NETWORK_ATTEMPT_STATE_NOT_FOUND;
    case PLATFORM_NETWORK_EVENT_NO_ADDRESS:
        return NETWORK_ATTEMPT_STATE_NO_ADDRESS;
    default:
        return NETWORK_ATTEMPT_STATE_REFUSED;
    }
    TS_UNREACHABLE();
}

void network_attempt_init(network_attempt_t *self)
{
    memset(self, 0, sizeof(*self));
    self->state = NETWORK_ATTEMPT_STATE_IDLE;
    ts2c_writer_init(&self->name_writer, (ts_span_u8){.data = self->name_memory, .length = 32});
    ts2c_writer_init(&self->password_writer, (ts_span_u8){.data = self->password_memory, .length = 64});
}

void network_attempt_clear(network_attempt_t *self)
{
    self->waits = false;
    ts2c_writer_clear(&self->name_writer);
    ts2c_writer_clear(&self->password_writer);
    ts_span_u8_fill((ts_span_u8){.data = self->password_memory, .length = 64}, 0, 0, 4294967295u);
}

void network_attempt_set_name(network_attempt_t *self, ts_bytes name)
{
    ts2c_writer_clear(&self->name_writer);
    ts2c_writer_bytes(&self->name_writer, name);
}

void network_attempt_set_password(network_attempt_t *self, ts_bytes password)
{
    ts2c_writer_clear(&self->password_writer);
    ts2c_writer_bytes(&self->password_writer, password);
}

void network_attempt_ask(network_attempt_t *self, uint32_t now)
{
    self->state = NETWORK_ATTEMPT_STATE_TRYING;
    self->waits = true;
    self->asked_at = now;
}

ts_bytes network_attempt_name(network_attempt_t *self)
{
    return ts2c_writer_view(&self->name_writer);
}

ts_bytes network_attempt_password(network_attempt_t *self)
{
    return ts2c_writer_view(&self->password_writer);
}

bool network_attempt_is_on(network_attempt_t *self)
{
    return self->state == NETWORK_ATTEMPT_STATE_TRYING;
}

bool network_attempt_is_due(network_attempt_t *self, uint32_t now)
{
    if (!self->waits || now - self->asked_at < ANSWER_MS_IN_NETWORK_ATTEMPT) {
        return false;
    }
    self->waits = false;
    return true;
}

void network_attempt_end(network_attempt_t *self, platform_network_event_t event)
{
    self->state = event == PLATFORM_NETWORK_EVENT_UP ? NETWORK_ATTEMPT_STATE_JOINED : state_after(event);
    network_attempt_clear(self);
}

void network_attempt_cancel(network_attempt_t *self)
{
    if (network_attempt_is_on(self)) {
        self->state = NETWORK_ATTEMPT_STATE_IDLE;
        network_attempt_clear(self);
    }
}
