/* Made by ts2c from ts/portal/portal.ts: change that file, not this one. */

#include "portal/portal.h"

static ts_bytes path_of(ts_bytes target);

portal_route_t portal_route(portal_request_t request, bool without_login)
{
    const ts_bytes path = path_of(request.path);
    if (bytes_same_bytes(path, TS_TEXT("/"))) {
        return request.method == PLATFORM_METHOD_GET ? PORTAL_ROUTE_PAGE : PORTAL_ROUTE_WRONG_METHOD;
    }
    if (bytes_same_bytes(path, TS_TEXT("/api/status"))) {
        return request.method == PLATFORM_METHOD_GET ? PORTAL_ROUTE_STATUS : PORTAL_ROUTE_WRONG_METHOD;
    }
    if (bytes_same_bytes(path, TS_TEXT("/api/firmware"))) {
        if (request.method != PLATFORM_METHOD_POST) {
            return PORTAL_ROUTE_WRONG_METHOD;
        }
        return without_login ? PORTAL_ROUTE_FIRMWARE : PORTAL_ROUTE_FORBIDDEN;
    }
    return PORTAL_ROUTE_UNKNOWN;
}

/** The path of a target, without the query. */
static ts_bytes path_of(ts_bytes target)
{
    const int32_t mark = (int32_t)ts_bytes_index_of(target, 63, 0);
    return mark < 0 ? target : ts_bytes_subarray(target, 0, mark);
}

void portal_portal_init(portal_portal_t *self, portal_status_report_t *report)
{
    memset(self, 0, sizeof(*self));
    portal_response_init(&self->response);
    portal_page_init(&self->page);
    portal_firmware_init(&self->firmware, &self->response);
    self->report = report;
}

void portal_portal_on_request(portal_portal_t *self, uint32_t id, portal_request_t request)
{
    switch (portal_route(request, p1_update_without_login())) {
    case PORTAL_ROUTE_PAGE:
        if (portal_page_send(&self->page, id, request)) {
            return;
        }
        portal_response_problem(&self->response, 404, TS_TEXT("This build has no page: npm run generate makes it."));
        break;
    case PORTAL_ROUTE_STATUS:
        portal_response_json(&self->response, 200);
        portal_status_report_write(self->report, &self->response.body);
        break;
    case PORTAL_ROUTE_FIRMWARE:
        portal_firmware_begin(&self->firmware, id, request);
        return;
    case PORTAL_ROUTE_FORBIDDEN:
        portal_response_problem(&self->response, 403, TS_TEXT("Updates over HTTP need a login, which this firmware does not have yet."));
        break;
    case PORTAL_ROUTE_WRONG_METHOD:
        portal_response_problem(&self->response, 405, TS_TEXT("This address takes another method."));
        break;
    case PORTAL_ROUTE_UNKNOWN:
        portal_response_problem(&self->response, 404, TS_TEXT("There is nothing at this address."));
        break;
    default:
        break;
    }
    portal_response_send(&self->response, id);
}

void portal_portal_on_http(portal_portal_t *self, uint32_t id, platform_http_event_t event, ts_bytes bytes)
{
    portal_firmware_on_http(&self->firmware, id, event, bytes);
}

void portal_portal_on_update(portal_portal_t *self, platform_update_event_t event, uint32_t now)
{
    portal_firmware_on_update(&self->firmware, event, now);
}

void portal_portal_tick(portal_portal_t *self, uint32_t now)
{
    portal_firmware_tick(&self->firmware, now);
}
