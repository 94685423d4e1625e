/* Made by ts2c from ts/portal/firmware.ts: change that file, not this one. */

#include "portal/firmware.h"

#define NONE_IN_PORTAL_FIRMWARE 0

static uint32_t status_of(update_step_t refusal);
static void portal_firmware_follow(portal_firmware_t *self, update_step_t step);
static inline void portal_firmware_refuse(portal_firmware_t *self, uint32_t id, update_step_t step);

static uint32_t status_of(update_step_t refusal)
{
    switch (refusal) {
    case UPDATE_STEP_BUSY:
    case UPDATE_STEP_TRIAL:
    case UPDATE_STEP_OLDER:
        return 409;
    case UPDATE_STEP_TOO_LARGE:
        return 413;
    case UPDATE_STEP_BROKEN_OFF:
        return 400;
    case UPDATE_STEP_FLASH:
        return 500;
    default:
        return 422;
    }
    TS_UNREACHABLE();
}

void portal_firmware_init(portal_firmware_t *self, portal_response_t *response, update_installation_t *installation, update_pull_t *pull)
{
    memset(self, 0, sizeof(*self));
    self->request = NONE_IN_PORTAL_FIRMWARE;
    self->response = response;
    self->installation = installation;
    self->pull = pull;
}

void portal_firmware_begin(portal_firmware_t *self, uint32_t id, uint32_t length, bool any_version)
{
    update_pull_give_way(self->pull);
    const update_step_t step = update_installation_begin(self->installation, UPDATE_SOURCE_PUSH, length, any_version);
    if (step == UPDATE_STEP_MORE) {
        self->request = id;
        p1_http_receive(id);
    } else {
        portal_firmware_refuse(self, id, step);
    }
}

void portal_firmware_ask(portal_firmware_t *self, uint32_t id, bool installs, uint32_t now)
{
    if (update_pull_ask(self->pull, installs, now)) {
        portal_response_json(self->response, 202);
        portal_response_send(self->response, id);
    } else {
        portal_firmware_refuse(self, id, UPDATE_STEP_BUSY);
    }
}

void portal_firmware_on_update(portal_firmware_t *self, platform_update_event_t event, uint32_t now)
{
    const update_step_t step = update_installation_on_update(self->installation, event, now);
    portal_firmware_follow(self, step);
    update_pull_follow(self->pull, step);
}

void portal_firmware_tick(portal_firmware_t *self, uint32_t now)
{
    update_installation_tick(self->installation, now);
    update_pull_tick(self->pull, now);
}

void portal_firmware_on_http(portal_firmware_t *self, uint32_t id, platform_http_event_t event, ts_bytes bytes)
{
    if (id != self->request || id == NONE_IN_PORTAL_FIRMWARE) {
        return;
    }
    if (event == PLATFORM_HTTP_EVENT_CLOSED) {
        self->request = NONE_IN_PORTAL_FIRMWARE;
        update_installation_abort(self->installation);
    } else if (event == PLATFORM_HTTP_EVENT_BODY) {
        portal_firmware_follow(self, update_installation_take(self->installation, bytes));
    }
}

/** Goes on as the installation says. */
static void portal_firmware_follow(portal_firmware_t *self, update_step_t step)
{
    const uint32_t id = self->request;
    if (step == UPDATE_STEP_WAITS || id == NONE_IN_PORTAL_FIRMWARE) {
        return;
    }
    if (step == UPDATE_STEP_MORE) {
        p1_http_receive(id);
        return;
    }
    self->request = NONE_IN_PORTAL_FIRMWARE;
    if (step == UPDATE_STEP_INSTALLED) {
        portal_response_json(self->response, 200);
        ts2c_writer_text(&self->response->body, TS_TEXT("{\"installed\":"));
        ts2c_writer_json_string(&self->response->body, update_installation_version(self->installation));
        ts2c_writer_text(&self->response->body, TS_TEXT(",\"restart\":true}\n"));
        portal_response_send(self->response, id);
    } else {
        portal_firmware_refuse(self, id, step);
    }
}

static inline void portal_firmware_refuse(portal_firmware_t *self, uint32_t id, update_step_t step)
{
    const ts_bytes detail = update_refusal_text(step);
    p1_log_write(PLATFORM_LEVEL_WARNING, detail);
    portal_response_refuse(self->response, id, (uint16_t)status_of(step), detail);
}
