/* Made by ts2c from ts/portal/portal.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/log.h"
#include "platform/network.h"
#include "platform/update.h"
#include "configuration.h"
#include "network/access-point.h"
#include "network/network.h"
#include "restart.h"
#include "settings/settings.h"
#include "portal/answers.h"
#include "portal/certificates.h"
#include "portal/firmware.h"
#include "portal/forms.h"
#include "p1/copy.h"
#include "portal/login.h"
#include "portal/origin.h"
#include "portal/page.h"
#include "portal/piece.h"
#include "portal/request.h"
#include "portal/response.h"
#include "portal/routes.h"
#include "portal/streams.h"
#include "portal/status.h"

/** Answers requests. */
typedef struct {
    settings_settings_t *settings;
    configuration_configuration_t *configuration;
    portal_status_report_t *report;
    portal_response_t *response;
    portal_page_t page;
    portal_login_t *login;
    portal_forms_t *forms;
    p1_telegram_copy_t *telegram;
    portal_answers_t *answers;
    portal_streams_t *streams;
    portal_firmware_t *firmware;
    restart_restart_t *restart;
    network_network_t *network;
    network_access_point_t *access_point;
    portal_certificates_t *certificates;
    /** Whether reading wanted the login a moment ago. */
    bool was_locked;
} portal_portal_t;

/** Makes a new `Portal` at `self`. */
TS_SHARED void portal_portal_init(portal_portal_t *self, settings_settings_t *settings, configuration_configuration_t *configuration, portal_status_report_t *report, portal_response_t *response, portal_login_t *login, portal_forms_t *forms, p1_telegram_copy_t *telegram, portal_answers_t *answers, portal_streams_t *streams, portal_firmware_t *firmware, restart_restart_t *restart, network_network_t *network, network_access_point_t *access_point, portal_certificates_t *certificates);

TS_SHARED void portal_portal_on_request(portal_portal_t *self, uint32_t id, portal_request_t request, uint32_t now);

TS_SHARED void portal_portal_on_http(portal_portal_t *self, uint32_t id, platform_http_event_t event, ts_bytes bytes, uint32_t now);

TS_SHARED void portal_portal_on_update(portal_portal_t *self, platform_update_event_t event, uint32_t now);

/** A password's hash is there: whoever waited for it is answered. */
TS_SHARED void portal_portal_on_derived(portal_portal_t *self, ts_bytes hash, uint32_t now);

TS_SHARED void portal_portal_tick(portal_portal_t *self, uint32_t now);
