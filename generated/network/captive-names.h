/* Made by ts2c from ts/network/captive-names.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/datagrams.h"

/** The name server of the access point. */
typedef struct {
    uint8_t message[320];
} network_captive_names_t;

/** Makes a new `CaptiveNames` at `self`. */
TS_SHARED void network_captive_names_init(network_captive_names_t *self);

TS_SHARED void network_captive_names_open(network_captive_names_t *self, uint32_t address);

TS_SHARED void network_captive_names_close(network_captive_names_t *self);

/** Answers the questions that wait. */
TS_SHARED void network_captive_names_tick(network_captive_names_t *self, uint32_t address);

/**
 * Makes the answer of a question that has `length` bytes, in its place: `address`, or nothing where something else is wanted. The
 * answer's length; 0 where none is due, since that was no question. `message` has room for more than the longest.
 */
TS_SHARED uint32_t network_turn_into_answer(ts_span_u8 message, uint32_t length, uint32_t address);
