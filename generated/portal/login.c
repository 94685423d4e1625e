/* Made by ts2c from ts/portal/login.ts: change that file, not this one. */

#include "portal/login.h"

#define CLAIM_MS 120000

#define NONE_IN_PORTAL_LOGIN 0

static inline bool portal_login_may_claim(portal_login_t *self, portal_request_t request);
static bool portal_login_is_open(portal_login_t *self, portal_access_t access, portal_request_t request);
static inline portal_admission_t portal_login_check(portal_login_t *self, uint32_t id, ts_bytes password, portal_route_t route, uint32_t length, uint32_t now);
static inline void portal_login_refuse_for_now(portal_login_t *self, uint32_t seconds);

const ts_bytes portal_login_state_texts[4] = {
    {(const uint8_t *)"none", 4},
    {(const uint8_t *)"claimable", 9},
    {(const uint8_t *)"needed", 6},
    {(const uint8_t *)"given", 5},
};

/** The name with which `curl` logs in, and the colon behind it. */
static const ts_bytes USER = {(const uint8_t *)"admin:", 6};

static const ts_bytes COOKIE = {(const uint8_t *)"p1_session", 10};

void portal_login_init(portal_login_t *self, settings_settings_t *settings, portal_password_t *password, portal_response_t *response)
{
    memset(self, 0, sizeof(*self));
    portal_sessions_init(&self->sessions);
    self->waiting = NONE_IN_PORTAL_LOGIN;
    self->waiting_route = PORTAL_ROUTE_UNKNOWN;
    self->settings = settings;
    self->password = password;
    self->response = response;
}

bool portal_login_take_password(portal_login_t *self, ts_bytes name, ts_bytes value, uint32_t now)
{
    const bool is_typed = portal_may_be_password(value);
    if (!is_typed || !bytes_same_bytes(name, TS_TEXT("login_password")) || portal_password_start(self->password, PORTAL_PURPOSE_SET, value, now) != PORTAL_START_STARTED) {
        return false;
    }
    self->waiting = NONE_IN_PORTAL_LOGIN;
    self->waiting_route = PORTAL_ROUTE_PASSWORD;
    return true;
}

void portal_login_claim(portal_login_t *self, uint32_t now)
{
    if (!portal_password_is_set(self->password)) {
        self->claimable = true;
        self->claimable_since = now;
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("The page's password can be set for two minutes."));
    }
}

void portal_login_tick(portal_login_t *self, uint32_t now)
{
    if (self->claimable && now - self->claimable_since >= CLAIM_MS) {
        self->claimable = false;
    }
    portal_sessions_tick(&self->sessions, now);
}

portal_login_state_t portal_login_state(portal_login_t *self, portal_request_t request, uint32_t now)
{
    if (portal_sessions_is_open(&self->sessions, portal_cookie_of(request.fields, COOKIE), now)) {
        return PORTAL_LOGIN_STATE_GIVEN;
    }
    if (portal_password_is_set(self->password)) {
        return PORTAL_LOGIN_STATE_NEEDED;
    }
    return portal_login_may_claim(self, request) ? PORTAL_LOGIN_STATE_CLAIMABLE : PORTAL_LOGIN_STATE_NONE;
}

portal_admission_t portal_login_admit(portal_login_t *self, uint32_t id, portal_request_t request, portal_route_t route, uint32_t now)
{
    const ts_bytes fields = request.fields;
    const uint32_t length = request.length;
    if (portal_login_is_open(self, portal_access_of(route), request) || portal_sessions_is_open(&self->sessions, portal_cookie_of(fields, COOKIE), now)) {
        return PORTAL_ADMISSION_ADMITTED;
    }
    if (!portal_password_is_set(self->password)) {
        portal_response_problem(self->response, 403, TS_TEXT("Nobody changes the device before a password is set. Press its button, then set one on the page within two minutes."));
        return PORTAL_ADMISSION_REFUSED;
    }
    const ts_bytes words = portal_decode_base64(portal_basic_of(fields), (ts_span_u8){.data = self->basic_memory, .length = 80});
    const ts_bytes user = USER;
    portal_admission_t admission = PORTAL_ADMISSION_REFUSED;
    if (bytes_same_bytes(ts_bytes_subarray(words, 0, user.length), user)) {
        admission = portal_login_check(self, id, ts_bytes_subarray(words, user.length, 4294967295u), route, length, now);
    } else {
        portal_login_refuse(self);
    }
    ts_span_u8_fill((ts_span_u8){.data = self->basic_memory, .length = 80}, 0, 0, 4294967295u);
    return admission;
}

/** Whether a request may set the first password: somebody is near who pressed the button, or joined the access point. */
static inline bool portal_login_may_claim(portal_login_t *self, portal_request_t request)
{
    return (self->claimable || request.is_guest) && !portal_password_is_set(self->password);
}

/** Whether a route is open to a request without a password. */
static bool portal_login_is_open(portal_login_t *self, portal_access_t access, portal_request_t request)
{
    switch (access) {
    case PORTAL_ACCESS_EVERYBODY:
        return true;
    case PORTAL_ACCESS_READER:
        return !settings_settings_on(self->settings, SETTINGS_SETTING_NAME_LOGIN_FOR_READING);
    case PORTAL_ACCESS_OWNER:
        return p1_update_without_login();
    case PORTAL_ACCESS_CLAIMANT:
        return portal_login_may_claim(self, request);
    default:
        break;
    }
    TS_UNREACHABLE();
}

static inline portal_admission_t portal_login_check(portal_login_t *self, uint32_t id, ts_bytes password, portal_route_t route, uint32_t length, uint32_t now)
{
    if (portal_password_is_known(self->password, password, now)) {
        return PORTAL_ADMISSION_ADMITTED;
    }
    return portal_login_begin(self, portal_password_start(self->password, PORTAL_PURPOSE_CHECK, password, now), id, route, length, now) ? PORTAL_ADMISSION_WAITS : PORTAL_ADMISSION_REFUSED;
}

bool portal_login_begin(portal_login_t *self, portal_start_t start, uint32_t id, portal_route_t route, uint32_t length, uint32_t now)
{
    if (start == PORTAL_START_STARTED) {
        self->waiting = id;
        self->waiting_route = route;
        self->waiting_length = length;
        return true;
    }
    if (start == PORTAL_START_WRONG) {
        portal_login_refuse(self);
    } else if (start == PORTAL_START_WAIT) {
        portal_login_refuse_for_now(self, portal_password_seconds_left(self->password, now));
    } else {
        portal_response_problem(self->response, 503, TS_TEXT("Another login is being checked: try again."));
        portal_response_retry_after(self->response, 1);
    }
    return false;
}

/** Makes the answer to whoever guessed too often. */
static inline void portal_login_refuse_for_now(portal_login_t *self, uint32_t seconds)
{
    portal_response_begin_problem(self->response, 429);
    ts2c_writer_text(&self->response->body, TS_TEXT("\"Too many wrong passwords: try again in "));
    ts2c_writer_int(&self->response->body, seconds);
    ts2c_writer_text(&self->response->body, seconds == 1u ? TS_TEXT(" second.\"}\n") : TS_TEXT(" seconds.\"}\n"));
    portal_response_retry_after(self->response, (uint8_t)seconds);
}

void portal_login_refuse(portal_login_t *self)
{
    portal_response_problem(self->response, 401, TS_TEXT("The password is missing or wrong."));
    ts2c_writer_text(portal_response_begin_field(self->response, TS_TEXT("WWW-Authenticate")), TS_TEXT("P1 realm=\"p1_meter\""));
    portal_response_end_field(self->response);
}

uint32_t portal_login_take_waiting(portal_login_t *self)
{
    const uint32_t waiting = self->waiting;
    self->waiting = NONE_IN_PORTAL_LOGIN;
    return waiting;
}

void portal_login_closed(portal_login_t *self, uint32_t id)
{
    if (self->waiting == id) {
        self->waiting = NONE_IN_PORTAL_LOGIN;
    }
}

void portal_login_open_session(portal_login_t *self, uint32_t now)
{
    ts2c_writer_t *const head = portal_response_begin_field(self->response, TS_TEXT("Set-Cookie"));
    ts2c_writer_text(head, COOKIE);
    ts2c_writer_text(head, TS_TEXT("="));
    portal_sessions_open(&self->sessions, head, now);
    ts2c_writer_text(head, TS_TEXT("; HttpOnly; SameSite=Strict; Path=/"));
    portal_response_end_field(self->response);
}

void portal_login_password_changed(portal_login_t *self)
{
    self->claimable = false;
    portal_sessions_close_all(&self->sessions);
    self->ends_streams = true;
}

void portal_login_password_replaced(portal_login_t *self)
{
    portal_password_forget(self->password);
    portal_login_password_changed(self);
}

bool portal_login_take_logout(portal_login_t *self)
{
    const bool ends = self->ends_streams;
    self->ends_streams = false;
    return ends;
}

void portal_login_logout(portal_login_t *self, ts_bytes fields)
{
    portal_sessions_close(&self->sessions, portal_cookie_of(fields, COOKIE));
    self->ends_streams = true;
}
