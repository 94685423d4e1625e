/* Made by ts2c from ts/portal/streams.ts: change that file, not this one. */

#include "portal/streams.h"

#define NONE_IN_PORTAL_STREAMS 0

#define STATUS_MS 2000

#define QUIET_MS 30000

#define STUCK_MS 10000

#define LONGEST_MS_IN_PORTAL_STREAMS 3600000

#define PIECES 100

#define DONE 98

static inline void portal_stream_init(portal_stream_t *self);
static void portal_streams_open(portal_streams_t *self, uint32_t index_, uint32_t id, portal_stream_kind_t kind, uint32_t now);
static inline void portal_streams_end(portal_streams_t *self, uint32_t index_);
static void portal_streams_go(portal_streams_t *self, uint32_t index_, uint32_t now);
static inline bool portal_streams_send(portal_streams_t *self, portal_stream_t *stream, uint32_t now);
static bool portal_streams_send_log(portal_streams_t *self, portal_stream_t *stream, uint32_t now);
static bool portal_streams_send_event(portal_streams_t *self, portal_stream_t *stream, uint32_t bit, uint32_t now);
static bool portal_streams_send_readings(portal_streams_t *self, portal_stream_t *stream, uint32_t bit, uint32_t now);
static uint32_t portal_streams_write_readings(portal_streams_t *self, uint32_t from, uint32_t bit, uint32_t now, ts2c_writer_t *out);
static void portal_streams_write_telegram(portal_streams_t *self, ts2c_writer_t *out);
static inline bool portal_streams_ends_well(portal_streams_t *self, ts2c_writer_t *out);
static inline uint32_t bit_of(uint32_t index_);

/** Makes a new `Stream` at `self`. */
static inline void portal_stream_init(portal_stream_t *self)
{
    memset(self, 0, sizeof(*self));
    self->request = NONE_IN_PORTAL_STREAMS;
    self->kind = PORTAL_STREAM_KIND_EVENTS;
}

void portal_streams_init(portal_streams_t *self, publish_kept_t *kept, portal_lists_t *lists, portal_status_report_t *report, portal_response_t *response)
{
    memset(self, 0, sizeof(*self));
    for (uint32_t i = 0; i < 2; i++) {
        portal_stream_init(&self->streams[i]);
    }
    self->kept = kept;
    self->lists = lists;
    self->report = report;
    self->response = response;
}

void portal_streams_begin(portal_streams_t *self, uint32_t id, portal_stream_kind_t kind, uint32_t now)
{
    for (uint32_t i = 0; i < SOCKETS_HTTP_STREAMS; i++) {
        if (self->streams[i].request == NONE_IN_PORTAL_STREAMS) {
            portal_streams_open(self, i, id, kind, now);
            return;
        }
    }
    portal_response_problem(self->response, 503, TS_TEXT("As many watch already as the device can serve: ask for the values themselves, or later."));
    portal_response_retry_after(self->response, 60);
    portal_response_send(self->response, id);
}

static void portal_streams_open(portal_streams_t *self, uint32_t index_, uint32_t id, portal_stream_kind_t kind, uint32_t now)
{
    portal_stream_t *const stream = &self->streams[index_];
    stream->request = id;
    stream->kind = kind;
    stream->opened_at = now;
    stream->status_at = now - (uint32_t)STATUS_MS;
    stream->sent_at = now;
    stream->waits = false;
    stream->telegram = publish_kept_telegram_number(self->kept) - 1u;
    stream->next = kind == PORTAL_STREAM_KIND_LOG ? p1_log_oldest() : DONE;
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const reading = &self->kept->readings[i];
        reading->unseen = (uint8_t)(reading->unseen | bit_of(index_));
    }
    const ts_bytes type = kind == PORTAL_STREAM_KIND_LOG ? TS_TEXT("text/plain; charset=utf-8") : TS_TEXT("text/event-stream");
    p1_http_answer(id, 200, type, TS_TEXT("Cache-Control: no-store\015\n"));
    portal_streams_go(self, index_, now);
}

void portal_streams_on_http(portal_streams_t *self, uint32_t id, platform_http_event_t event, uint32_t now)
{
    for (uint32_t i = 0; i < SOCKETS_HTTP_STREAMS; i++) {
        portal_stream_t *const stream = &self->streams[i];
        if (stream->request == id && event == PLATFORM_HTTP_EVENT_CLOSED) {
            stream->request = NONE_IN_PORTAL_STREAMS;
        } else if (stream->request == id && event == PLATFORM_HTTP_EVENT_ROOM) {
            stream->waits = false;
            portal_streams_go(self, i, now);
        }
    }
}

void portal_streams_tick(portal_streams_t *self, uint32_t now)
{
    for (uint32_t i = 0; i < SOCKETS_HTTP_STREAMS; i++) {
        portal_stream_t *const stream = &self->streams[i];
        const bool stuck = stream->waits && now - stream->waits_since >= STUCK_MS;
        if (stuck || now - stream->opened_at >= LONGEST_MS_IN_PORTAL_STREAMS) {
            portal_streams_end(self, i);
        }
        portal_streams_go(self, i, now);
    }
}

void portal_streams_end_all(portal_streams_t *self)
{
    for (uint32_t i = 0; i < SOCKETS_HTTP_STREAMS; i++) {
        portal_streams_end(self, i);
    }
}

static inline void portal_streams_end(portal_streams_t *self, uint32_t index_)
{
    portal_stream_t *const stream = &self->streams[index_];
    if (stream->request != NONE_IN_PORTAL_STREAMS) {
        p1_http_end(stream->request);
        stream->request = NONE_IN_PORTAL_STREAMS;
    }
}

static void portal_streams_go(portal_streams_t *self, uint32_t index_, uint32_t now)
{
    portal_stream_t *const stream = &self->streams[index_];
    for (uint32_t i = 0; i < PIECES; i++) {
        if (stream->request == NONE_IN_PORTAL_STREAMS || stream->waits) {
            return;
        }
        const bool more = stream->kind == PORTAL_STREAM_KIND_LOG ? portal_streams_send_log(self, stream, now) : portal_streams_send_event(self, stream, bit_of(index_), now);
        if (!more) {
            return;
        }
    }
}

/** Sends what is written. False, and the client is to be waited for, where there is no room. */
static inline bool portal_streams_send(portal_streams_t *self, portal_stream_t *stream, uint32_t now)
{
    if (!p1_http_send(stream->request, ts2c_writer_view(&self->response->body))) {
        stream->waits = true;
        stream->waits_since = now;
        return false;
    }
    stream->sent_at = now;
    return true;
}

static bool portal_streams_send_log(portal_streams_t *self, portal_stream_t *stream, uint32_t now)
{
    ts2c_writer_t *const out = &self->response->body;
    ts2c_writer_clear(out);
    const uint32_t next = portal_lists_write_log(self->lists, stream->next, out);
    if (ts2c_writer_length(out) == 0u) {
        if (now - stream->sent_at < QUIET_MS) {
            return false;
        }
        ts2c_writer_text(out, TS_TEXT("\n"));
    }
    if (!portal_streams_send(self, stream, now)) {
        return false;
    }
    stream->next = next;
    return true;
}

/** Sends the next event, if there is one. */
static bool portal_streams_send_event(portal_streams_t *self, portal_stream_t *stream, uint32_t bit, uint32_t now)
{
    ts2c_writer_t *const out = &self->response->body;
    ts2c_writer_clear(out);
    if (stream->next < PUBLISH_PLACES) {
        return portal_streams_send_readings(self, stream, bit, now);
    }
    if (stream->next == PUBLISH_PLACES) {
        portal_streams_write_telegram(self, out);
        stream->next = (uint32_t)(portal_streams_send(self, stream, now) ? DONE : PUBLISH_PLACES);
        return stream->next == DONE;
    }
    if (stream->telegram != publish_kept_telegram_number(self->kept)) {
        stream->telegram = publish_kept_telegram_number(self->kept);
        stream->next = 0;
        return true;
    }
    if (now - stream->status_at < STATUS_MS) {
        return false;
    }
    ts2c_writer_text(out, TS_TEXT("event: status\ndata: "));
    portal_status_report_write(self->report, out, now);
    ts2c_writer_text(out, TS_TEXT("}\n\n"));
    if (!portal_streams_send(self, stream, now)) {
        return false;
    }
    stream->status_at = now;
    return true;
}

/** Sends readings that are new to the client, as many as go into one piece. */
static bool portal_streams_send_readings(portal_streams_t *self, portal_stream_t *stream, uint32_t bit, uint32_t now)
{
    const uint32_t from = ts_min_u32(stream->next, PUBLISH_PLACES);
    const uint32_t to = portal_streams_write_readings(self, from, bit, now, &self->response->body);
    if (ts2c_writer_length(&self->response->body) > 0u && !portal_streams_send(self, stream, now)) {
        return false;
    }
    for (uint32_t i = from; i < to && true; i++) {
        publish_kept_reading_t *const reading = &self->kept->readings[i];
        reading->unseen = (uint8_t)(reading->unseen & ~(int32_t)bit & 0xff);
    }
    stream->next = to;
    return true;
}

/** Writes one event, or nothing where no reading is new; says which reading comes then. */
static uint32_t portal_streams_write_readings(portal_streams_t *self, uint32_t from, uint32_t bit, uint32_t now, ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT("event: readings\ndata: ["));
    bool any = false;
    for (uint32_t i = from; i < PUBLISH_PLACES; i++) {
        publish_kept_reading_t *const reading = &self->kept->readings[i];
        if (!publish_kept_reading_is_current(reading) || (reading->unseen & bit) == 0u) {
            continue;
        }
        const uint32_t start = ts2c_writer_mark(out);
        ts2c_writer_text(out, any ? TS_TEXT(",") : TS_TEXT(""));
        portal_lists_write_reading(self->lists, out, (uint8_t)i, now, true);
        if (portal_streams_ends_well(self, out)) {
            any = true;
            continue;
        }
        ts2c_writer_reset(out, start);
        if (any) {
            ts2c_writer_text(out, TS_TEXT("]\n\n"));
            return i;
        }
        portal_lists_write_reading(self->lists, out, (uint8_t)i, now, false);
        any = true;
    }
    if (any) {
        ts2c_writer_text(out, TS_TEXT("]\n\n"));
    } else {
        ts2c_writer_clear(out);
    }
    return PUBLISH_PLACES;
}

/** Writes the event that ends a telegram's readings: all that the client knows are of now, but for those that it did not have. */
static void portal_streams_write_telegram(portal_streams_t *self, ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT("event: telegram\ndata: {\"old\":["));
    bool any = false;
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        publish_kept_reading_t *const reading = &self->kept->readings[i];
        if (publish_kept_reading_is_current(reading) && reading->telegram != publish_kept_telegram_number(self->kept)) {
            const uint32_t start = ts2c_writer_mark(out);
            ts2c_writer_text(out, any ? TS_TEXT(",") : TS_TEXT(""));
            ts2c_writer_json_string(out, publish_kept_topic_of(self->kept, (uint8_t)i));
            any = true;
            if (!portal_streams_ends_well(self, out)) {
                ts2c_writer_reset(out, start);
                break;
            }
        }
    }
    ts2c_writer_text(out, TS_TEXT("]}\n\n"));
}

/** Whether the event's end has room behind what is written. */
static inline bool portal_streams_ends_well(portal_streams_t *self, ts2c_writer_t *out)
{
    (void)self;
    const uint32_t end = ts2c_writer_mark(out);
    ts2c_writer_text(out, TS_TEXT("]}\n\n"));
    const bool fits = !ts2c_writer_full(out);
    if (fits) {
        ts2c_writer_reset(out, end);
    }
    return fits;
}

/** A stream's bit in the readings that its client has not seen. */
static inline uint32_t bit_of(uint32_t index_)
{
    return (uint32_t)(index_ == 0u ? 1 : 2);
}
