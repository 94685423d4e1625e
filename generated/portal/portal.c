/* Made by ts2c from ts/portal/portal.ts: change that file, not this one. */

#include "portal/portal.h"

static void portal_portal_lead(portal_portal_t *self, uint32_t id, portal_route_t route, portal_request_t request, uint32_t now);
static inline void portal_portal_answer_telegram(portal_portal_t *self, uint32_t id);
static inline void portal_portal_answer_home_wizard(portal_portal_t *self, uint32_t id, portal_route_t route);
static inline void portal_portal_done(portal_portal_t *self, uint32_t id, uint32_t status);

void portal_portal_init(portal_portal_t *self, settings_settings_t *settings, configuration_configuration_t *configuration, portal_status_report_t *report, portal_response_t *response, portal_login_t *login, portal_forms_t *forms, p1_telegram_copy_t *telegram, portal_answers_t *answers, portal_streams_t *streams, portal_firmware_t *firmware, restart_restart_t *restart, network_network_t *network, network_access_point_t *access_point, portal_certificates_t *certificates)
{
    memset(self, 0, sizeof(*self));
    portal_page_init(&self->page);
    self->settings = settings;
    self->configuration = configuration;
    self->report = report;
    self->response = response;
    self->login = login;
    self->forms = forms;
    self->telegram = telegram;
    self->answers = answers;
    self->streams = streams;
    self->firmware = firmware;
    self->restart = restart;
    self->network = network;
    self->access_point = access_point;
    self->certificates = certificates;
}

void portal_portal_on_request(portal_portal_t *self, uint32_t id, portal_request_t request, uint32_t now)
{
    const bool is_ours = portal_is_our_host(request.fields, self->settings, self->network->own_name);
    if (!is_ours && request.is_guest) {
        portal_response_redirect(self->response, p1_network_access_point_address());
        portal_response_send(self->response, id);
        return;
    }
    if (!is_ours) {
        portal_response_refuse(self->response, id, 403, TS_TEXT("The device does not go by this name: use its address, or add the name to allowed_hosts."));
        return;
    }
    if (!portal_is_our_origin(request.fields)) {
        portal_response_refuse(self->response, id, 403, TS_TEXT("A page from elsewhere may ask nothing of the device."));
        return;
    }
    const portal_route_t route = portal_route_of(request.method, request.path);
    if (portal_is_of_wifi(route) && p1_network_kind() != PLATFORM_NETWORK_KIND_WIFI) {
        portal_response_refuse(self->response, id, 404, TS_TEXT("This device has no Wi-Fi."));
        return;
    }
    switch (portal_login_admit(self->login, id, request, route, now)) {
    case PORTAL_ADMISSION_ADMITTED:
        portal_portal_lead(self, id, route, request, now);
        break;
    case PORTAL_ADMISSION_REFUSED:
        portal_response_send(self->response, id);
        break;
    case PORTAL_ADMISSION_WAITS:
        break;
    default:
        break;
    }
}

/** Answers a request of somebody who may. */
static void portal_portal_lead(portal_portal_t *self, uint32_t id, portal_route_t route, portal_request_t request, uint32_t now)
{
    const uint32_t length = request.length;
    const ts_bytes fields = request.fields;
    switch (route) {
    case PORTAL_ROUTE_PAGE:
        if (!portal_page_send(&self->page, id, fields)) {
            portal_response_refuse(self->response, id, 404, TS_TEXT("This build has no page: npm run generate makes it."));
        }
        break;
    case PORTAL_ROUTE_STATUS:
        portal_response_json(self->response, 200);
        portal_status_report_write(self->report, &self->response->body, now);
        ts2c_writer_text(&self->response->body, TS_TEXT(",\"access\":{\"login\":"));
        ts2c_writer_json_string(&self->response->body, portal_login_state_texts[portal_login_state(self->login, request, now)]);
        ts2c_writer_text(&self->response->body, TS_TEXT("}}\n"));
        portal_response_send(self->response, id);
        break;
    case PORTAL_ROUTE_READINGS:
        portal_answers_begin(self->answers, id, PORTAL_LIST_READINGS);
        break;
    case PORTAL_ROUTE_SETTINGS:
        portal_answers_begin(self->answers, id, PORTAL_LIST_SETTINGS);
        break;
    case PORTAL_ROUTE_HISTORY_HOUR:
        portal_answers_begin(self->answers, id, PORTAL_LIST_HOUR);
        break;
    case PORTAL_ROUTE_HISTORY_DAY:
        portal_answers_begin(self->answers, id, PORTAL_LIST_DAY);
        break;
    case PORTAL_ROUTE_LOG:
        portal_answers_begin(self->answers, id, PORTAL_LIST_LOG);
        break;
    case PORTAL_ROUTE_FOLLOW_LOG:
        portal_streams_begin(self->streams, id, PORTAL_STREAM_KIND_LOG, now);
        break;
    case PORTAL_ROUTE_EVENTS:
        portal_streams_begin(self->streams, id, PORTAL_STREAM_KIND_EVENTS, now);
        break;
    case PORTAL_ROUTE_TELEGRAM:
        portal_portal_answer_telegram(self, id);
        break;
    case PORTAL_ROUTE_EXPORT:
        portal_answers_begin(self->answers, id, PORTAL_LIST_EXPORT);
        break;
    case PORTAL_ROUTE_METRICS:
        if (settings_settings_on(self->settings, SETTINGS_SETTING_NAME_PROMETHEUS)) {
            portal_answers_begin(self->answers, id, PORTAL_LIST_METRICS);
        } else {
            portal_response_refuse(self->response, id, 404, TS_TEXT("Prometheus gets nothing: switch the setting prometheus on."));
        }
        break;
    case PORTAL_ROUTE_HOMEWIZARD:
    case PORTAL_ROUTE_HOMEWIZARD_DATA:
    case PORTAL_ROUTE_HOMEWIZARD_TELEGRAM:
        portal_portal_answer_home_wizard(self, id, route);
        break;
    case PORTAL_ROUTE_CHANGE_SETTINGS:
    case PORTAL_ROUTE_EXPORT_SECRETS:
    case PORTAL_ROUTE_LOGIN:
    case PORTAL_ROUTE_PASSWORD:
    case PORTAL_ROUTE_WIFI:
    case PORTAL_ROUTE_AUTHORITY:
    case PORTAL_ROUTE_IDENTITY:
        portal_forms_begin(self->forms, id, route, length, now);
        break;
    case PORTAL_ROUTE_LOGOUT:
        portal_login_logout(self->login, fields);
        portal_portal_done(self, id, 204);
        break;
    case PORTAL_ROUTE_RESTART:
        restart_restart_ask(self->restart, now);
        portal_portal_done(self, id, 202);
        break;
    case PORTAL_ROUTE_CANCEL:
        restart_restart_cancel(self->restart, now);
        portal_portal_done(self, id, 204);
        break;
    case PORTAL_ROUTE_CERTIFICATES:
        portal_certificates_tell(self->certificates, id);
        break;
    case PORTAL_ROUTE_FIRMWARE:
        portal_firmware_begin(self->firmware, id, length, false);
        break;
    case PORTAL_ROUTE_OLDER_FIRMWARE:
        portal_firmware_begin(self->firmware, id, length, true);
        break;
    case PORTAL_ROUTE_LOOK_FOR_UPDATE:
        portal_firmware_ask(self->firmware, id, false, now);
        break;
    case PORTAL_ROUTE_FETCH_UPDATE:
        portal_firmware_ask(self->firmware, id, true, now);
        break;
    case PORTAL_ROUTE_WRONG_QUERY:
        portal_response_refuse(self->response, id, 422, TS_TEXT("What stands behind the question mark is not known at this address."));
        break;
    case PORTAL_ROUTE_NETWORKS:
        portal_answers_begin(self->answers, id, PORTAL_LIST_NETWORKS);
        break;
    case PORTAL_ROUTE_ACCESS_POINT:
        portal_response_json(self->response, 200);
        network_access_point_write(self->access_point, &self->response->body);
        portal_response_send(self->response, id);
        break;
    case PORTAL_ROUTE_SCAN:
        if (network_attempt_is_on(&self->network->attempt)) {
            portal_response_refuse(self->response, id, 409, TS_TEXT("The device is joining a network: search when that is over."));
        } else {
            network_scan_start(&self->network->scan, now);
            portal_portal_done(self, id, 202);
        }
        break;
    case PORTAL_ROUTE_WRONG_METHOD:
        portal_response_refuse(self->response, id, 405, TS_TEXT("This address takes another method."));
        break;
    case PORTAL_ROUTE_UNKNOWN:
        portal_response_refuse(self->response, id, 404, TS_TEXT("There is nothing at this address."));
        break;
    default:
        break;
    }
}

void portal_portal_on_http(portal_portal_t *self, uint32_t id, platform_http_event_t event, ts_bytes bytes, uint32_t now)
{
    if (event == PLATFORM_HTTP_EVENT_CLOSED) {
        portal_login_closed(self->login, id);
    }
    portal_forms_on_http(self->forms, id, event, bytes, now);
    portal_firmware_on_http(self->firmware, id, event, bytes);
    portal_answers_on_http(self->answers, id, event);
    portal_streams_on_http(self->streams, id, event, now);
}

void portal_portal_on_update(portal_portal_t *self, platform_update_event_t event, uint32_t now)
{
    portal_firmware_on_update(self->firmware, event, now);
}

void portal_portal_on_derived(portal_portal_t *self, ts_bytes hash, uint32_t now)
{
    const bool right = portal_password_on_derived(self->login->password, hash, now);
    const uint32_t id = portal_login_take_waiting(self->login);
    const portal_route_t route = self->login->waiting_route;
    if (route == PORTAL_ROUTE_PASSWORD && right) {
        configuration_configuration_change(self->configuration, TS_TEXT("login_password"), portal_password_setting(self->login->password), now);
        portal_login_password_changed(self->login);
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("The page's password was set."));
    }
    if (id == 0u) {
        return;
    }
    if (!right && route == PORTAL_ROUTE_PASSWORD) {
        portal_response_refuse(self->response, id, 500, TS_TEXT("The password could not be set: the log says why."));
    } else if (!right) {
        portal_login_refuse(self->login);
        portal_response_send(self->response, id);
    } else if (route == PORTAL_ROUTE_EXPORT_SECRETS && self->login->waiting_length == 0u) {
        portal_answers_begin(self->answers, id, PORTAL_LIST_EXPORT_SECRETS);
    } else if (route == PORTAL_ROUTE_LOGIN || route == PORTAL_ROUTE_PASSWORD) {
        portal_response_json(self->response, 204);
        portal_login_open_session(self->login, now);
        portal_response_send(self->response, id);
    } else {
        const ts_bytes nothing = TS_TEXT("");
        const uint32_t length = self->login->waiting_length;
        portal_portal_lead(self, id, route, (portal_request_t){.method = PLATFORM_METHOD_GET, .path = nothing, .fields = nothing, .length = length, .is_guest = false}, now);
    }
}

void portal_portal_tick(portal_portal_t *self, uint32_t now)
{
    const bool locked = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_LOGIN_FOR_READING);
    if (portal_login_take_logout(self->login) || (locked && !self->was_locked)) {
        portal_streams_end_all(self->streams);
    }
    self->was_locked = locked;
    portal_login_tick(self->login, now);
    portal_forms_tick(self->forms, now);
    portal_streams_tick(self->streams, now);
    portal_firmware_tick(self->firmware, now);
}

/** The last telegram goes out in one piece, so that the next one does not mix with it. */
static inline void portal_portal_answer_telegram(portal_portal_t *self, uint32_t id)
{
    const ts_bytes value_1 = p1_telegram_copy_view(self->telegram);
    const uint32_t length = value_1.length;
    if (length == 0u) {
        portal_response_refuse(self->response, id, 404, TS_TEXT("No telegram came so far, or a very long one is being read."));
    } else if (length > PORTAL_ANSWER_SIZE) {
        portal_response_refuse(self->response, id, 404, TS_TEXT("The last telegram is too long to be shown here: set telegram_port, and read it there."));
    } else {
        portal_answers_begin(self->answers, id, PORTAL_LIST_TELEGRAM);
    }
}

/** HomeWizard's own device says 403 while its API is off: its clients tell their users so. */
static inline void portal_portal_answer_home_wizard(portal_portal_t *self, uint32_t id, portal_route_t route)
{
    if (!settings_settings_on(self->settings, SETTINGS_SETTING_NAME_HOMEWIZARD)) {
        portal_response_refuse(self->response, id, 403, TS_TEXT("HomeWizard's clients get nothing: switch the setting homewizard on."));
    } else if (route == PORTAL_ROUTE_HOMEWIZARD_TELEGRAM) {
        portal_portal_answer_telegram(self, id);
    } else {
        portal_answers_begin(self->answers, id, route == PORTAL_ROUTE_HOMEWIZARD ? PORTAL_LIST_HOMEWIZARD : PORTAL_LIST_HOMEWIZARD_DATA);
    }
}

/** Answers that it is done, or under way. */
static inline void portal_portal_done(portal_portal_t *self, uint32_t id, uint32_t status)
{
    portal_response_json(self->response, (uint16_t)status);
    portal_response_send(self->response, id);
}
