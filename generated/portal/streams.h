/* Made by ts2c from ts/portal/streams.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/http.h"
#include "platform/log.h"
#include "publish/kept.h"
#include "sockets.h"
#include "portal/lists.h"
#include "portal/response.h"
#include "portal/status.h"

/** What is streamed: server-sent events (WHATWG HTML, 9.2), or lines of text. */
typedef enum TS_NARROW {
    PORTAL_STREAM_KIND_EVENTS,
    PORTAL_STREAM_KIND_LOG,
} portal_stream_kind_t;

/** A stream, and what its client has. */
typedef struct {
    uint32_t request;
    portal_stream_kind_t kind;
    uint32_t opened_at;
    uint32_t status_at;
    uint32_t sent_at;
    /** Whether the client took no more, and since when. */
    bool waits;
    uint32_t waits_since;
    /** The telegram whose readings are being sent, or were last. */
    uint32_t telegram;
    /** The reading that comes next, {@link PLACES} when all are sent, then {@link DONE}; or the byte of the log. */
    uint32_t next;
} portal_stream_t;

/** The streams. A piece is written when its client has room for it, into the memory of every other answer: none waits. */
typedef struct {
    publish_kept_t *kept;
    portal_lists_t *lists;
    portal_status_report_t *report;
    portal_response_t *response;
    portal_stream_t streams[2];
} portal_streams_t;

/** Makes a new `Streams` at `self`. */
TS_SHARED void portal_streams_init(portal_streams_t *self, publish_kept_t *kept, portal_lists_t *lists, portal_status_report_t *report, portal_response_t *response);

/** Answers a request with a stream. */
TS_SHARED void portal_streams_begin(portal_streams_t *self, uint32_t id, portal_stream_kind_t kind, uint32_t now);

/** Something happened to a request; to others than ours nothing is done here. */
TS_SHARED void portal_streams_on_http(portal_streams_t *self, uint32_t id, platform_http_event_t event, uint32_t now);

/** Sends what is new, and ends what has to end. */
TS_SHARED void portal_streams_tick(portal_streams_t *self, uint32_t now);

/** Ends all: who may read is another question now. */
TS_SHARED void portal_streams_end_all(portal_streams_t *self);
