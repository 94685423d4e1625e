/* Made by ts2c from ts/portal/portal.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/update.h"
#include "platform/update.h"
#include "bytes.h"
#include "portal/firmware.h"
#include "portal/page.h"
#include "portal/request.h"
#include "portal/response.h"
#include "portal/status.h"

/** What a request asks for; the last three are refusals. */
typedef enum {
    PORTAL_ROUTE_PAGE,
    PORTAL_ROUTE_STATUS,
    PORTAL_ROUTE_FIRMWARE,
    PORTAL_ROUTE_FORBIDDEN,
    PORTAL_ROUTE_WRONG_METHOD,
    PORTAL_ROUTE_UNKNOWN,
} portal_route_t;

/** Answers requests. */
typedef struct {
    portal_status_report_t *report;
    portal_response_t response;
    portal_page_t page;
    portal_firmware_t firmware;
} portal_portal_t;

/** Where a request leads. Until there is a login nobody may change the device, unless the build says so. */
portal_route_t portal_route(portal_request_t request, bool without_login);

/** Makes a new `Portal` at `self`. */
void portal_portal_init(portal_portal_t *self, portal_status_report_t *report);

void portal_portal_on_request(portal_portal_t *self, uint32_t id, portal_request_t request);

void portal_portal_on_http(portal_portal_t *self, uint32_t id, platform_http_event_t event, ts_bytes bytes);

void portal_portal_on_update(portal_portal_t *self, platform_update_event_t event, uint32_t now);

void portal_portal_tick(portal_portal_t *self, uint32_t now);
