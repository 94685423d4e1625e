/* Made by ts2c from ts/portal/response.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/http.h"
#include "network/address.h"
#include "sockets.h"

/** An answer of one part. */
typedef struct {
    uint16_t status;
    ts_bytes type;
    uint8_t head_memory[256];
    ts2c_writer_t head;
    uint8_t buffer[1024];
    ts2c_writer_t body;
} portal_response_t;

/** Makes a new `Response` at `self`. */
TS_SHARED void portal_response_init(portal_response_t *self);

/** Starts an answer of JSON; what is written to {@link body} follows. */
TS_SHARED void portal_response_json(portal_response_t *self, uint16_t status);

/** A refusal, as RFC 9457 has it: `detail` is the sentence for a person. */
TS_SHARED void portal_response_problem(portal_response_t *self, uint16_t status, ts_bytes detail);

/** Answers a request with such a refusal. */
TS_SHARED void portal_response_refuse(portal_response_t *self, uint32_t request, uint16_t status, ts_bytes detail);

/** Starts a refusal; the sentence, as a JSON string, and the object's end follow. */
TS_SHARED void portal_response_begin_problem(portal_response_t *self, uint16_t status);

/** Leads whoever looks for another host to the page, at one of the device's addresses. */
TS_SHARED void portal_response_redirect(portal_response_t *self, uint32_t address);

/** Adds a line to the head of the answer that was started: its name, and what {@link Writer} writes behind it. */
TS_SHARED ts2c_writer_t *portal_response_begin_field(portal_response_t *self, ts_bytes name);

/** Ends such a line. */
TS_SHARED void portal_response_end_field(portal_response_t *self);

/** Says after how many seconds it may be asked again. */
TS_SHARED void portal_response_retry_after(portal_response_t *self, uint8_t seconds);

/** Hands it to the server. It always has room for the first part of an answer. */
TS_SHARED void portal_response_send(portal_response_t *self, uint32_t request);
