/* Made by ts2c from ts/portal/wifi-form.ts: change that file, not this one. */

#include "portal/wifi-form.h"

static portal_wifi_form_result_t portal_wifi_form_read(portal_wifi_form_t *self, ts_bytes form, portal_members_t *members);

void portal_wifi_form_init(portal_wifi_form_t *self, settings_settings_t *settings, network_attempt_t *attempt)
{
    memset(self, 0, sizeof(*self));
    self->settings = settings;
    self->attempt = attempt;
}

portal_wifi_form_result_t portal_wifi_form_take(portal_wifi_form_t *self, ts_bytes form, portal_members_t *members, uint32_t now)
{
    if (network_attempt_is_on(self->attempt)) {
        return PORTAL_WIFI_FORM_RESULT_BUSY;
    }
    network_attempt_clear(self->attempt);
    const portal_wifi_form_result_t result = portal_wifi_form_read(self, form, members);
    if (result == PORTAL_WIFI_FORM_RESULT_TRIED) {
        network_attempt_ask(self->attempt, now);
    } else {
        network_attempt_clear(self->attempt);
    }
    return result;
}

static portal_wifi_form_result_t portal_wifi_form_read(portal_wifi_form_t *self, ts_bytes form, portal_members_t *members)
{
    portal_members_start(members);
    portal_step_t step = portal_members_next(members, form);
    while (step == PORTAL_STEP_MEMBER) {
        const ts_bytes name = ts2c_writer_view(&members->name);
        const ts_bytes value = ts2c_writer_view(&members->value);
        const bool is_name = bytes_same_bytes(name, TS_TEXT("wifi_name"));
        if (!is_name && !bytes_same_bytes(name, TS_TEXT("wifi_password"))) {
            return PORTAL_WIFI_FORM_RESULT_SHAPE;
        }
        if (settings_settings_check(self->settings, name, value) != SETTINGS_SETTING_RESULT_OK) {
            return PORTAL_WIFI_FORM_RESULT_SETTING;
        }
        if (is_name) {
            network_attempt_set_name(self->attempt, value);
        } else {
            network_attempt_set_password(self->attempt, value);
        }
        step = portal_members_next(members, form);
    }
    if (step != PORTAL_STEP_END) {
        return PORTAL_WIFI_FORM_RESULT_SHAPE;
    }
    const ts_bytes value_1 = network_attempt_name(self->attempt);
    return value_1.length > 0u ? PORTAL_WIFI_FORM_RESULT_TRIED : PORTAL_WIFI_FORM_RESULT_NAMELESS;
}
