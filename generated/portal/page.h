/* Made by ts2c from ts/portal/page.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/http.h"
#include "bytes.h"
#include "portal/fields.h"

typedef struct {
    uint8_t head_bytes[160];
    ts2c_writer_t head;
    uint8_t digits[1];
    uint8_t tag_bytes[10];
    ts2c_writer_t tag;
} portal_page_t;

/** Makes a new `Page` at `self`. */
TS_SHARED void portal_page_init(portal_page_t *self);

/** Answers a request for the page; false where this build has none. */
TS_SHARED bool portal_page_send(portal_page_t *self, uint32_t id, ts_bytes fields);
