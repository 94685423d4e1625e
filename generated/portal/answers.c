/* Made by ts2c from ts/portal/answers.ts: change that file, not this one. */

#include "portal/answers.h"

#define NONE_IN_PORTAL_ANSWERS 0

#define NOBODY_IN_PORTAL_ANSWERS 4

static inline void portal_answer_init(portal_answer_t *self);
static void portal_answers_go(portal_answers_t *self);
static void portal_answers_push(portal_answers_t *self, uint32_t index_);
static inline bool portal_answers_send_part(portal_answers_t *self, uint32_t request);
static inline void portal_answers_release(portal_answers_t *self, uint32_t index_);

/** Makes a new `Answer` at `self`. */
static inline void portal_answer_init(portal_answer_t *self)
{
    memset(self, 0, sizeof(*self));
    self->request = NONE_IN_PORTAL_ANSWERS;
    self->list = PORTAL_LIST_READINGS;
}

void portal_answers_init(portal_answers_t *self, portal_lists_t *lists)
{
    memset(self, 0, sizeof(*self));
    for (uint32_t i = 0; i < 4; i++) {
        portal_answer_init(&self->answers[i]);
    }
    ts2c_writer_init(&self->piece, (ts_span_u8){.data = self->memory, .length = 4096});
    self->owner = NOBODY_IN_PORTAL_ANSWERS;
    self->lists = lists;
}

void portal_answers_begin(portal_answers_t *self, uint32_t request, portal_list_t list)
{
    for (uint32_t i = 0; i < 4; i++) {
        portal_answer_t *const answer = &self->answers[i];
        if (answer->request == NONE_IN_PORTAL_ANSWERS) {
            answer->request = request;
            answer->list = list;
            answer->next = 0;
            answer->waits = false;
            p1_http_answer(request, 200, portal_lists_type(self->lists, list), TS_TEXT("Cache-Control: no-store\015\n"));
            portal_answers_go(self);
            return;
        }
    }
    p1_http_end(request);
}

void portal_answers_on_http(portal_answers_t *self, uint32_t request, platform_http_event_t event)
{
    for (uint32_t i = 0; i < SOCKETS_HTTP_REQUESTS; i++) {
        if (self->answers[i].request == request) {
            if (event == PLATFORM_HTTP_EVENT_CLOSED) {
                portal_answers_release(self, i);
            }
            self->answers[i].waits = false;
        }
    }
    portal_answers_go(self);
}

/** Sends all that the clients take. */
static void portal_answers_go(portal_answers_t *self)
{
    for (uint32_t i = 0; i < SOCKETS_HTTP_REQUESTS; i++) {
        portal_answers_push(self, i);
    }
    // One that ended makes way for those before it.
    for (uint32_t i = 0; i < SOCKETS_HTTP_REQUESTS; i++) {
        portal_answers_push(self, i);
    }
}

/** Sends what this client takes, if the memory is its, or free. */
static void portal_answers_push(portal_answers_t *self, uint32_t index_)
{
    portal_answer_t *const answer = &self->answers[index_];
    while (answer->request != NONE_IN_PORTAL_ANSWERS && !answer->waits && (self->owner == index_ || self->owner == NOBODY_IN_PORTAL_ANSWERS)) {
        if (self->owner == NOBODY_IN_PORTAL_ANSWERS) {
            self->owner = (uint8_t)index_;
            ts2c_writer_clear(&self->piece);
            self->sent = 0;
        }
        if (self->sent < ts2c_writer_length(&self->piece)) {
            answer->waits = !portal_answers_send_part(self, answer->request);
        } else if (answer->next == PORTAL_END) {
            p1_http_end(answer->request);
            portal_answers_release(self, index_);
        } else {
            ts2c_writer_clear(&self->piece);
            self->sent = 0;
            answer->next = portal_lists_write(self->lists, answer->list, answer->next, &self->piece);
        }
    }
}

static inline bool portal_answers_send_part(portal_answers_t *self, uint32_t request)
{
    const ts_bytes part = ts_bytes_subarray(ts2c_writer_view(&self->piece), self->sent, (int64_t)self->sent + SOCKETS_HTTP_PART);
    if (!p1_http_send(request, part)) {
        return false;
    }
    self->sent = (uint32_t)ts_min_i64((int64_t)self->sent + part.length, INT64_C(0xffffffff));
    return true;
}

static inline void portal_answers_release(portal_answers_t *self, uint32_t index_)
{
    self->answers[index_].request = NONE_IN_PORTAL_ANSWERS;
    if (self->owner == index_) {
        self->owner = NOBODY_IN_PORTAL_ANSWERS;
    }
}
