/* Made by ts2c from ts/portal/forms.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "configuration.h"
#include "bytes.h"
#include "settings/settings.h"
#include "portal/body.h"
#include "portal/certificates.h"
#include "portal/login.h"
#include "portal/members.h"
#include "portal/password.h"
#include "portal/response.h"
#include "portal/routes.h"
#include "portal/utf8.h"
#include "portal/wifi-form.h"

/** Takes forms, one at a time. */
typedef struct {
    settings_settings_t *settings;
    configuration_configuration_t *configuration;
    portal_login_t *login;
    portal_response_t *response;
    portal_body_t body;
    portal_members_t members;
    portal_wifi_form_t *wifi;
    portal_certificates_t *certificates;
    portal_route_t route;
    uint32_t since;
    /** The request whose body is whole and not taken so far. */
    uint32_t whole;
} portal_forms_t;

/** Makes a new `Forms` at `self`. */
TS_SHARED void portal_forms_init(portal_forms_t *self, settings_settings_t *settings, configuration_configuration_t *configuration, portal_login_t *login, portal_response_t *response, portal_wifi_form_t *wifi, portal_certificates_t *certificates);

/** A request brings a form. */
TS_SHARED void portal_forms_begin(portal_forms_t *self, uint32_t id, portal_route_t route, uint32_t length, uint32_t now);

/** Something happened to a request; to others than ours nothing is done here. */
TS_SHARED void portal_forms_on_http(portal_forms_t *self, uint32_t id, platform_http_event_t event, ts_bytes bytes, uint32_t now);

/** Takes what is whole; a certificate not before what is being saved is saved. */
TS_SHARED void portal_forms_tick(portal_forms_t *self, uint32_t now);
