/* Made by ts2c from ts/portal/forms.ts: change that file, not this one. */

#include "portal/forms.h"

#define NONE_IN_PORTAL_FORMS 0

#define SENDING_MS 20000

static inline bool portal_forms_is_by_stranger(portal_forms_t *self);
static inline void portal_forms_break_off(portal_forms_t *self);
static inline void portal_forms_take(portal_forms_t *self, uint32_t id, uint32_t now);
static void portal_forms_take_settings(portal_forms_t *self, uint32_t id, uint32_t now);
static inline bool portal_forms_is_other_password(portal_forms_t *self);
static void portal_forms_take_wifi(portal_forms_t *self, uint32_t id, uint32_t now);
static inline void portal_forms_refuse_setting(portal_forms_t *self, uint32_t id);
static void portal_forms_take_password(portal_forms_t *self, uint32_t id, uint32_t now);
static inline void portal_forms_refuse_shape(portal_forms_t *self, uint32_t id);

void portal_forms_init(portal_forms_t *self, settings_settings_t *settings, configuration_configuration_t *configuration, portal_login_t *login, portal_response_t *response, portal_wifi_form_t *wifi, portal_certificates_t *certificates)
{
    memset(self, 0, sizeof(*self));
    portal_body_init(&self->body);
    portal_members_init(&self->members);
    self->route = PORTAL_ROUTE_UNKNOWN;
    self->whole = NONE_IN_PORTAL_FORMS;
    self->settings = settings;
    self->configuration = configuration;
    self->login = login;
    self->response = response;
    self->wifi = wifi;
    self->certificates = certificates;
}

void portal_forms_begin(portal_forms_t *self, uint32_t id, portal_route_t route, uint32_t length, uint32_t now)
{
    const bool is_certificate = route == PORTAL_ROUTE_AUTHORITY || route == PORTAL_ROUTE_IDENTITY;
    if (length == 0u && is_certificate) {
        portal_certificates_take(self->certificates, id, route, TS_TEXT(""));
    } else if (length == 0u) {
        portal_response_refuse(self->response, id, 400, TS_TEXT("There is no body: a JSON object is wanted, and its Content-Length."));
    } else if (length > PORTAL_BODY_SIZE) {
        portal_response_refuse(self->response, id, 413, TS_TEXT("This is longer than a form may be: 4096 bytes."));
    } else if (portal_body_is_busy(&self->body) && !portal_forms_is_by_stranger(self)) {
        portal_response_refuse(self->response, id, 503, TS_TEXT("Another form is being sent: try again."));
    } else {
        portal_forms_break_off(self);
        self->route = route;
        self->since = now;
        portal_body_begin(&self->body, id, (uint16_t)length);
    }
}

/** Whether the form that is being sent may be by anybody: it gives way, or strangers could keep the owner out. */
static inline bool portal_forms_is_by_stranger(portal_forms_t *self)
{
    return self->route == PORTAL_ROUTE_LOGIN && self->whole == NONE_IN_PORTAL_FORMS;
}

/** Leaves the form that is being sent. */
static inline void portal_forms_break_off(portal_forms_t *self)
{
    if (portal_body_is_busy(&self->body)) {
        portal_response_refuse(self->response, portal_body_sender(&self->body), 408, TS_TEXT("The form took too long."));
        portal_body_end(&self->body);
    }
}

void portal_forms_on_http(portal_forms_t *self, uint32_t id, platform_http_event_t event, ts_bytes bytes, uint32_t now)
{
    switch (portal_body_on_http(&self->body, id, event, bytes)) {
    case PORTAL_BODY_STATE_NONE:
        break;
    case PORTAL_BODY_STATE_BROKEN:
        portal_response_refuse(self->response, id, 400, TS_TEXT("The form broke off."));
        portal_body_end(&self->body);
        break;
    case PORTAL_BODY_STATE_WHOLE:
        self->whole = id;
        portal_forms_tick(self, now);
        break;
    default:
        break;
    }
}

void portal_forms_tick(portal_forms_t *self, uint32_t now)
{
    const uint32_t id = self->whole;
    if (id == NONE_IN_PORTAL_FORMS) {
        if (now - self->since >= SENDING_MS) {
            portal_forms_break_off(self);
        }
        return;
    }
    if (!portal_body_is_busy(&self->body)) {
        self->whole = NONE_IN_PORTAL_FORMS;
        return;
    }
    const bool is_certificate = self->route == PORTAL_ROUTE_AUTHORITY || self->route == PORTAL_ROUTE_IDENTITY;
    if (!is_certificate || !portal_certificates_is_busy(self->certificates)) {
        self->whole = NONE_IN_PORTAL_FORMS;
        portal_forms_take(self, id, now);
        portal_body_end(&self->body);
    }
}

static inline void portal_forms_take(portal_forms_t *self, uint32_t id, uint32_t now)
{
    if (!portal_is_utf8(portal_body_view(&self->body))) {
        portal_response_refuse(self->response, id, 400, TS_TEXT("The form is no UTF-8."));
    } else if (self->route == PORTAL_ROUTE_AUTHORITY || self->route == PORTAL_ROUTE_IDENTITY) {
        portal_certificates_take(self->certificates, id, self->route, portal_body_view(&self->body));
    } else if (self->route == PORTAL_ROUTE_CHANGE_SETTINGS) {
        portal_forms_take_settings(self, id, now);
    } else if (self->route == PORTAL_ROUTE_WIFI) {
        portal_forms_take_wifi(self, id, now);
    } else {
        portal_forms_take_password(self, id, now);
    }
}

/** All settings are taken, or none. */
static void portal_forms_take_settings(portal_forms_t *self, uint32_t id, uint32_t now)
{
    const ts_bytes form = portal_body_view(&self->body);
    settings_codes_begin_check(&self->settings->codes);
    portal_members_start(&self->members);
    portal_step_t step = portal_members_next(&self->members, form);
    uint32_t count = 0;
    while (step == PORTAL_STEP_MEMBER) {
        if (settings_settings_check(self->settings, ts2c_writer_view(&self->members.name), ts2c_writer_view(&self->members.value)) != SETTINGS_SETTING_RESULT_OK) {
            portal_forms_refuse_setting(self, id);
            return;
        }
        count = ts_min_u32(count + 1u, 0xffff);
        step = portal_members_next(&self->members, form);
    }
    if (step != PORTAL_STEP_END) {
        portal_forms_refuse_shape(self, id);
        return;
    }
    portal_members_start(&self->members);
    while (portal_members_next(&self->members, form) == PORTAL_STEP_MEMBER) {
        if (portal_forms_is_other_password(self)) {
            portal_login_password_replaced(self->login);
        }
        configuration_configuration_change(self->configuration, ts2c_writer_view(&self->members.name), ts2c_writer_view(&self->members.value), now);
    }
    portal_response_json(self->response, 200);
    ts2c_writer_text(&self->response->body, TS_TEXT("{\"changed\":"));
    ts2c_writer_int(&self->response->body, count);
    ts2c_writer_text(&self->response->body, TS_TEXT("}\n"));
    portal_response_send(self->response, id);
}

/** Whether the walk stands at the hash of another password than the device has: that of an import. */
static inline bool portal_forms_is_other_password(portal_forms_t *self)
{
    return bytes_same_bytes(ts2c_writer_view(&self->members.name), TS_TEXT("login_password")) && !bytes_same_bytes(ts2c_writer_view(&self->members.value), settings_settings_text(self->settings, SETTINGS_SETTING_NAME_LOGIN_PASSWORD));
}

/** A network to join: what comes of it is in the status. */
static void portal_forms_take_wifi(portal_forms_t *self, uint32_t id, uint32_t now)
{
    switch (portal_wifi_form_take(self->wifi, portal_body_view(&self->body), &self->members, now)) {
    case PORTAL_WIFI_FORM_RESULT_TRIED:
        portal_response_json(self->response, 202);
        portal_response_send(self->response, id);
        break;
    case PORTAL_WIFI_FORM_RESULT_BUSY:
        portal_response_refuse(self->response, id, 409, TS_TEXT("The device is joining a network already: wait for what comes of it."));
        break;
    case PORTAL_WIFI_FORM_RESULT_SHAPE:
        portal_forms_refuse_shape(self, id);
        break;
    case PORTAL_WIFI_FORM_RESULT_NAMELESS:
        portal_response_refuse(self->response, id, 422, TS_TEXT("No network is named: wifi_name must have 1 to 32 bytes."));
        break;
    case PORTAL_WIFI_FORM_RESULT_SETTING:
        portal_forms_refuse_setting(self, id);
        break;
    default:
        break;
    }
}

/** A problem that names the setting, and says in the device's words what it may be. */
static inline void portal_forms_refuse_setting(portal_forms_t *self, uint32_t id)
{
    portal_response_begin_problem(self->response, 422);
    ts2c_writer_json_string(&self->response->body, settings_settings_explanation(self->settings));
    ts2c_writer_text(&self->response->body, TS_TEXT(",\"setting\":"));
    ts2c_writer_json_string(&self->response->body, ts2c_writer_view(&self->members.name));
    ts2c_writer_text(&self->response->body, TS_TEXT("}\n"));
    portal_response_send(self->response, id);
}

static void portal_forms_take_password(portal_forms_t *self, uint32_t id, uint32_t now)
{
    const ts_bytes form = portal_body_view(&self->body);
    portal_members_start(&self->members);
    const bool is_password = portal_members_next(&self->members, form) == PORTAL_STEP_MEMBER && bytes_same_bytes(ts2c_writer_view(&self->members.name), TS_TEXT("password"));
    const ts_bytes password = ts2c_writer_view(&self->members.value);
    if (!is_password) {
        portal_forms_refuse_shape(self, id);
        return;
    }
    const bool is_setting = self->route == PORTAL_ROUTE_PASSWORD;
    if (is_setting && !portal_may_be_password(password)) {
        portal_response_refuse(self->response, id, 422, TS_TEXT("A password has 8 to 64 bytes."));
        return;
    }
    if (!is_setting && !portal_password_is_set(self->login->password)) {
        portal_response_refuse(self->response, id, 403, TS_TEXT("There is no password to log in with: press the device's button, then set one."));
        return;
    }
    const portal_start_t start = portal_password_start(self->login->password, is_setting ? PORTAL_PURPOSE_SET : PORTAL_PURPOSE_CHECK, password, now);
    ts2c_writer_clear(&self->members.value);
    if (!portal_login_begin(self->login, start, id, self->route, 0, now)) {
        portal_response_send(self->response, id);
    }
}

static inline void portal_forms_refuse_shape(portal_forms_t *self, uint32_t id)
{
    portal_response_refuse(self->response, id, 400, TS_TEXT("This is no JSON object of texts, numbers and truth values."));
}
