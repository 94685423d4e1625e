/* Made by ts2c from ts/portal/response.ts: change that file, not this one. */

#include "portal/response.h"

#define USUAL_PORT 80

void portal_response_init(portal_response_t *self)
{
    memset(self, 0, sizeof(*self));
    self->status = 200;
    self->type = TS_TEXT("");
    ts2c_writer_init(&self->head, (ts_span_u8){.data = self->head_memory, .length = 256});
    ts2c_writer_init(&self->body, (ts_span_u8){.data = self->buffer, .length = 1024});
}

void portal_response_json(portal_response_t *self, uint16_t status)
{
    self->status = status;
    self->type = TS_TEXT("application/json");
    ts2c_writer_clear(&self->head);
    ts2c_writer_text(&self->head, TS_TEXT("Cache-Control: no-store\015\n"));
    ts2c_writer_clear(&self->body);
}

void portal_response_problem(portal_response_t *self, uint16_t status, ts_bytes detail)
{
    portal_response_begin_problem(self, status);
    ts2c_writer_json_string(&self->body, detail);
    ts2c_writer_text(&self->body, TS_TEXT("}\n"));
}

void portal_response_refuse(portal_response_t *self, uint32_t request, uint16_t status, ts_bytes detail)
{
    portal_response_problem(self, status, detail);
    portal_response_send(self, request);
}

void portal_response_begin_problem(portal_response_t *self, uint16_t status)
{
    portal_response_json(self, status);
    self->type = TS_TEXT("application/problem+json");
    ts2c_writer_text(&self->body, TS_TEXT("{\"status\":"));
    ts2c_writer_int(&self->body, status);
    ts2c_writer_text(&self->body, TS_TEXT(",\"detail\":"));
}

void portal_response_redirect(portal_response_t *self, uint32_t address)
{
    portal_response_json(self, 302);
    self->type = TS_TEXT("text/plain; charset=utf-8");
    ts2c_writer_t *const location = portal_response_begin_field(self, TS_TEXT("Location"));
    ts2c_writer_text(location, TS_TEXT("http://"));
    network_write_address(location, address);
    if (p1_http_port() != USUAL_PORT) {
        ts2c_writer_text(location, TS_TEXT(":"));
        ts2c_writer_int(location, p1_http_port());
    }
    ts2c_writer_text(location, TS_TEXT("/"));
    portal_response_end_field(self);
    ts2c_writer_text(&self->body, TS_TEXT("The device's page is at its own address.\n"));
}

ts2c_writer_t *portal_response_begin_field(portal_response_t *self, ts_bytes name)
{
    ts2c_writer_text(&self->head, name);
    ts2c_writer_text(&self->head, TS_TEXT(": "));
    return &self->head;
}

void portal_response_end_field(portal_response_t *self)
{
    ts2c_writer_text(&self->head, TS_TEXT("\015\n"));
}

void portal_response_retry_after(portal_response_t *self, uint8_t seconds)
{
    ts2c_writer_int(portal_response_begin_field(self, TS_TEXT("Retry-After")), seconds);
    portal_response_end_field(self);
}

void portal_response_send(portal_response_t *self, uint32_t request)
{
    p1_http_answer(request, self->status, self->type, ts2c_writer_view(&self->head));
    (void)p1_http_send(request, ts2c_writer_view(&self->body));
    p1_http_end(request);
}
