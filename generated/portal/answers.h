/* Made by ts2c from ts/portal/answers.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/http.h"
#include "sockets.h"
#include "portal/lists.h"
#include "portal/piece.h"

/** An answer on its way. */
typedef struct {
    uint32_t request;
    portal_list_t list;
    /** What of the list is written next; {@link END} when all is. */
    uint32_t next;
    /** Whether the client took no more: it says when it does. */
    bool waits;
} portal_answer_t;

/**
 * The answers on their way. What goes out is written piece by piece into one memory, which belongs to one of them until its client
 * has taken the piece, so that no piece mixes what was with what is.
 */
typedef struct {
    portal_lists_t *lists;
    portal_answer_t answers[4];
    uint8_t memory[4096];
    ts2c_writer_t piece;
    /** Whose the piece is, and how many of its bytes are sent. */
    uint8_t owner;
    uint32_t sent;
} portal_answers_t;

/** Makes a new `Answers` at `self`. */
TS_SHARED void portal_answers_init(portal_answers_t *self, portal_lists_t *lists);

/** Answers a request with a list. */
TS_SHARED void portal_answers_begin(portal_answers_t *self, uint32_t request, portal_list_t list);

/** Something happened to a request; to others than ours nothing is done here. */
TS_SHARED void portal_answers_on_http(portal_answers_t *self, uint32_t request, platform_http_event_t event);
