/* Made by ts2c from ts/portal/login.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/log.h"
#include "platform/update.h"
#include "bytes.h"
#include "settings/settings.h"
#include "portal/fields.h"
#include "portal/password.h"
#include "portal/request.h"
#include "portal/response.h"
#include "portal/routes.h"
#include "portal/sessions.h"

/** Whether a request may have what it asks for; `waits`: that shows when its password is checked. */
typedef enum TS_NARROW {
    PORTAL_ADMISSION_ADMITTED,
    PORTAL_ADMISSION_REFUSED,
    PORTAL_ADMISSION_WAITS,
} portal_admission_t;

/** What an answer tells its reader: there is no password, there is none and it may be set now, it is asked for, it was given. */
typedef enum TS_NARROW {
    PORTAL_LOGIN_STATE_NONE,
    PORTAL_LOGIN_STATE_CLAIMABLE,
    PORTAL_LOGIN_STATE_NEEDED,
    PORTAL_LOGIN_STATE_GIVEN,
} portal_login_state_t;

/** The text of each. */
extern const ts_bytes portal_login_state_texts[4];

/** Admits requests. */
typedef struct {
    settings_settings_t *settings;
    portal_response_t *response;
    portal_sessions_t sessions;
    portal_password_t *password;
    bool claimable;
    uint32_t claimable_since;
    bool ends_streams;
    uint8_t basic_memory[80];
    /** The request whose password is being checked. */
    uint32_t waiting;
    portal_route_t waiting_route;
    uint32_t waiting_length;
} portal_login_t;

/** Makes a new `Login` at `self`. */
TS_SHARED void portal_login_init(portal_login_t *self, settings_settings_t *settings, portal_password_t *password, portal_response_t *response);

/** Whether a setting is the password as it is typed: then its hash is being computed, and set. */
TS_SHARED bool portal_login_take_password(portal_login_t *self, ts_bytes name, ts_bytes value, uint32_t now);

/** The button was pressed: whoever did that may set the first password. */
TS_SHARED void portal_login_claim(portal_login_t *self, uint32_t now);

TS_SHARED void portal_login_tick(portal_login_t *self, uint32_t now);

/** How a request stands. */
TS_SHARED portal_login_state_t portal_login_state(portal_login_t *self, portal_request_t request, uint32_t now);

/** Whether a request may have what is at a route. Where it is refused, an answer to it is made. */
TS_SHARED portal_admission_t portal_login_admit(portal_login_t *self, uint32_t id, portal_request_t request, portal_route_t route, uint32_t now);

/** A password is being derived for a request; or it is not, and an answer to it is made that says so. */
TS_SHARED bool portal_login_begin(portal_login_t *self, portal_start_t start, uint32_t id, portal_route_t route, uint32_t length, uint32_t now);

/** Makes the answer to a request whose password is wrong or missing. */
TS_SHARED void portal_login_refuse(portal_login_t *self);

/** The request that waited for a password, once; 0 where it is gone. */
TS_SHARED uint32_t portal_login_take_waiting(portal_login_t *self);

/** The client is gone. */
TS_SHARED void portal_login_closed(portal_login_t *self, uint32_t id);

/** Opens a session in the answer that is being made. */
TS_SHARED void portal_login_open_session(portal_login_t *self, uint32_t now);

/** A new password was set: whoever knew the old one is logged out. */
TS_SHARED void portal_login_password_changed(portal_login_t *self);

/** The password became another one, or none, without being typed here. */
TS_SHARED void portal_login_password_replaced(portal_login_t *self);

/** Whether somebody was logged out, who may be watching, once. */
TS_SHARED bool portal_login_take_logout(portal_login_t *self);

/** Ends the session of a request. */
TS_SHARED void portal_login_logout(portal_login_t *self, ts_bytes fields);
