/* Made by ts2c from ts/platform/http.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** What is wanted. The driver answers 405 to every other method. */
typedef enum TS_NARROW {
    PLATFORM_METHOD_GET,
    PLATFORM_METHOD_POST,
} platform_method_t;

/**
 * `body`: the part of the body that {@link receive} asked for; empty at its end. `room`: {@link send} refused a part, and
 * would take it now. `closed`: the client is gone, and the request over.
 */
typedef enum TS_NARROW {
    PLATFORM_HTTP_EVENT_BODY,
    PLATFORM_HTTP_EVENT_ROOM,
    PLATFORM_HTTP_EVENT_CLOSED,
} platform_http_event_t;

/** The TCP port at which the server listens; 0 where there is none. */
uint16_t p1_http_port(void);

/** Asks for the next part of the body, of at most `HTTP_PART` bytes. */
void p1_http_receive(uint32_t request);

/**
 * Begins the answer. `type` is its `Content-Type`; `fields` are further lines of its head, each with its line end
 * (CR LF).
 */
void p1_http_answer(uint32_t request, uint16_t status, ts_bytes type, ts_bytes fields);

/** Queues a part of the answer's body, of at most `HTTP_PART` bytes. False when there is no room; `room` says when. */
bool p1_http_send(uint32_t request, ts_bytes part);

/** CRC-32 of the page that belongs to this build, uncompressed; 0 where there is none. */
uint32_t p1_http_page_check(void);

/**
 * Sends the page, compressed by gzip, as the body of the answer that was begun; {@link end} follows, and is done when all of it is
 * sent. It is in the driver's own hands, since it is larger than what crosses the border.
 */
void p1_http_send_page(uint32_t request);

/** Ends the answer, when all of it is sent. What is left of the request's body is read and thrown away. */
void p1_http_end(uint32_t request);
