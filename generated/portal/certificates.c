/* Made by ts2c from ts/portal/certificates.ts: change that file, not this one. */

#include "portal/certificates.h"

#define NONE_IN_PORTAL_CERTIFICATES 0

void portal_certificates_init(portal_certificates_t *self, settings_keeper_t *keeper, publish_publishing_t *publishing, portal_response_t *response)
{
    memset(self, 0, sizeof(*self));
    self->waiting = NONE_IN_PORTAL_CERTIFICATES;
    self->keeper = keeper;
    self->publishing = publishing;
    self->response = response;
}

void portal_certificates_tell(portal_certificates_t *self, uint32_t id)
{
    portal_response_json(self->response, 200);
    ts2c_writer_text(&self->response->body, self->keeper->has_authority ? TS_TEXT("{\"authority\":true") : TS_TEXT("{\"authority\":false"));
    ts2c_writer_text(&self->response->body, self->keeper->has_identity ? TS_TEXT(",\"identity\":true}\n") : TS_TEXT(",\"identity\":false}\n"));
    portal_response_send(self->response, id);
}

bool portal_certificates_is_busy(portal_certificates_t *self)
{
    return self->waiting != NONE_IN_PORTAL_CERTIFICATES || settings_keeper_is_busy(self->keeper);
}

void portal_certificates_take(portal_certificates_t *self, uint32_t id, portal_route_t route, ts_bytes pem)
{
    const bool is_identity = route == PORTAL_ROUTE_IDENTITY;
    const platform_settings_key_t key = is_identity ? PLATFORM_SETTINGS_KEY_BROKER_IDENTITY : PLATFORM_SETTINGS_KEY_BROKER_CA;
    if (pem.length > 0u && !bytes_contains_bytes(pem, TS_TEXT("-----BEGIN CERTIFICATE-----"))) {
        portal_response_refuse(self->response, id, 422, TS_TEXT("There is no certificate in this: PEM is wanted, with its line -----BEGIN CERTIFICATE-----."));
    } else if (pem.length > 0u && is_identity && !bytes_contains_bytes(pem, TS_TEXT(" PRIVATE KEY-----"))) {
        portal_response_refuse(self->response, id, 422, TS_TEXT("The private key is missing: certificate and key go into one file, as PEM."));
    } else if (bytes_contains_bytes(pem, TS_TEXT("ENCRYPTED"))) {
        portal_response_refuse(self->response, id, 422, TS_TEXT("The private key has a password, which nobody can type at the device: send one without."));
    } else if (portal_certificates_is_busy(self) || !settings_keeper_store(self->keeper, key, pem)) {
        portal_response_refuse(self->response, id, 503, TS_TEXT("Something else is being saved: try again."));
    } else {
        self->waiting = id;
    }
}

void portal_certificates_on_settings(portal_certificates_t *self, platform_settings_event_t event)
{
    if (!settings_keeper_on_event(self->keeper, event)) {
        return;
    }
    const uint32_t id = self->waiting;
    self->waiting = NONE_IN_PORTAL_CERTIFICATES;
    if (event == PLATFORM_SETTINGS_EVENT_WRITTEN) {
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("The certificates for the broker have changed: the device connects anew."));
        publish_publishing_drop(self->publishing);
        portal_response_json(self->response, 204);
        portal_response_send(self->response, id);
    } else {
        portal_response_refuse(self->response, id, 500, TS_TEXT("The certificate could not be saved."));
    }
}
