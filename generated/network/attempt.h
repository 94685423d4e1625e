/* Made by ts2c from ts/network/attempt.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/network.h"

/** How it goes; after it ended, how it went, until the next one. */
typedef enum TS_NARROW {
    NETWORK_ATTEMPT_STATE_IDLE,
    NETWORK_ATTEMPT_STATE_TRYING,
    NETWORK_ATTEMPT_STATE_JOINED,
    NETWORK_ATTEMPT_STATE_WRONG_PASSWORD,
    NETWORK_ATTEMPT_STATE_NOT_FOUND,
    NETWORK_ATTEMPT_STATE_REFUSED,
    NETWORK_ATTEMPT_STATE_NO_ADDRESS,
} network_attempt_state_t;

/** The text of each. */
extern const ts_bytes network_attempt_state_texts[7];

/** The newest attempt. */
typedef struct {
    network_attempt_state_t state;
    bool waits;
    uint32_t asked_at;
    uint8_t name_memory[32];
    ts2c_writer_t name_writer;
    uint8_t password_memory[64];
    ts2c_writer_t password_writer;
} network_attempt_t;

/** Makes a new `Attempt` at `self`. */
TS_SHARED void network_attempt_init(network_attempt_t *self);

/** Forgets what was tried; how that went stays. A password is not kept longer than it is needed. */
TS_SHARED void network_attempt_clear(network_attempt_t *self);

/** The name and the password of the next attempt, which the settings allow. */
TS_SHARED void network_attempt_set_name(network_attempt_t *self, ts_bytes name);

TS_SHARED void network_attempt_set_password(network_attempt_t *self, ts_bytes password);

/** It is to be tried. */
TS_SHARED void network_attempt_ask(network_attempt_t *self, uint32_t now);

TS_SHARED ts_bytes network_attempt_name(network_attempt_t *self);

TS_SHARED ts_bytes network_attempt_password(network_attempt_t *self);

TS_SHARED bool network_attempt_is_on(network_attempt_t *self);

/** Whether the driver is to begin with it now: true once. */
TS_SHARED bool network_attempt_is_due(network_attempt_t *self, uint32_t now);

/** The driver's answer. */
TS_SHARED void network_attempt_end(network_attempt_t *self, platform_network_event_t event);

/** The settings changed meanwhile: they are what counts. */
TS_SHARED void network_attempt_cancel(network_attempt_t *self);
