/* Made by ts2c from ts/portal/page.ts: change that file, not this one. */

#include "portal/page.h"

#define QUOTE_IN_PORTAL_PAGE 34

static void portal_page_write_tag(portal_page_t *self, uint32_t check);
static inline void portal_page_write_head(portal_page_t *self);

void portal_page_init(portal_page_t *self)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->head, (ts_span_u8){.data = self->head_bytes, .length = 160});
    ts2c_writer_init(&self->tag, (ts_span_u8){.data = self->tag_bytes, .length = 10});
}

bool portal_page_send(portal_page_t *self, uint32_t id, ts_bytes fields)
{
    const uint32_t check = p1_http_page_check();
    if (check == 0u) {
        return false;
    }
    portal_page_write_tag(self, check);
    const bool known = bytes_contains_bytes(portal_field_of(fields, TS_TEXT("if-none-match")), ts2c_writer_view(&self->tag));
    portal_page_write_head(self);
    p1_http_answer(id, (uint16_t)(known ? 304 : 200), TS_TEXT("text/html; charset=utf-8"), ts2c_writer_view(&self->head));
    if (!known) {
        p1_http_send_page(id);
    }
    p1_http_end(id);
    return true;
}

/** The page's entity tag: other content has another one. */
static void portal_page_write_tag(portal_page_t *self, uint32_t check)
{
    ts2c_writer_clear(&self->tag);
    ts2c_writer_byte(&self->tag, QUOTE_IN_PORTAL_PAGE);
    for (int32_t shift = 24; shift >= 0; shift -= 8) {
        self->digits[0] = (uint8_t)((check >> shift) & 0xffu);
        ts2c_writer_hex(&self->tag, (ts_bytes){.data = self->digits, .length = 1});
    }
    ts2c_writer_byte(&self->tag, QUOTE_IN_PORTAL_PAGE);
}

/** A browser asks each time whether the page is still the same, and shows it in no other site's frame. */
static inline void portal_page_write_head(portal_page_t *self)
{
    ts2c_writer_clear(&self->head);
    ts2c_writer_text(&self->head, TS_TEXT("Content-Encoding: gzip\015\nCache-Control: no-cache\015\nX-Frame-Options: DENY\015\nETag: "));
    ts2c_writer_bytes(&self->head, ts2c_writer_view(&self->tag));
    ts2c_writer_text(&self->head, TS_TEXT("\015\n"));
}
