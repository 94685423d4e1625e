/* Made by ts2c from ts/portal/firmware.ts: change that file, not this one. */

#include "portal/firmware.h"

#define RESTART_MS 1000

#define NONE 0

static ts_bytes fault_text(update_image_fault_t fault);
static void portal_firmware_take_part(portal_firmware_t *self, ts_bytes part);
static void portal_firmware_take_end(portal_firmware_t *self);
static void portal_firmware_collect(portal_firmware_t *self, ts_bytes part);
static void portal_firmware_install(portal_firmware_t *self, uint32_t now);
static void portal_firmware_fail(portal_firmware_t *self, uint16_t status, ts_bytes detail);
static void portal_firmware_give_up(portal_firmware_t *self);
static void portal_firmware_refuse(portal_firmware_t *self, uint32_t id, uint16_t status, ts_bytes detail);

static ts_bytes fault_text(update_image_fault_t fault)
{
    switch (fault) {
    case UPDATE_IMAGE_FAULT_OTHER_CHIP:
        return TS_TEXT("This image is for another chip.");
    case UPDATE_IMAGE_FAULT_OTHER_PROJECT:
        return TS_TEXT("This image is another project's.");
    default:
        return TS_TEXT("This is no firmware image.");
    }
    TS_UNREACHABLE();
}

void portal_firmware_init(portal_firmware_t *self, portal_response_t *response)
{
    memset(self, 0, sizeof(*self));
    self->state = PORTAL_STATE_IDLE;
    self->request = NONE;
    self->response = response;
}

void portal_firmware_begin(portal_firmware_t *self, uint32_t id, uint32_t length)
{
    if (self->state != PORTAL_STATE_IDLE) {
        portal_firmware_refuse(self, id, 409, TS_TEXT("Another update is under way."));
    } else if (length < UPDATE_IMAGE_HEAD) {
        portal_firmware_refuse(self, id, 422, fault_text(UPDATE_IMAGE_FAULT_NO_IMAGE));
    } else if (length > p1_update_slot_size()) {
        portal_firmware_refuse(self, id, 413, TS_TEXT("This image is larger than the flash has room for."));
    } else {
        self->state = PORTAL_STATE_HEAD;
        self->request = id;
        self->length = length;
        self->received = 0;
        self->used = 0;
        p1_http_receive(id);
    }
}

void portal_firmware_on_http(portal_firmware_t *self, uint32_t id, platform_http_event_t event, ts_bytes bytes)
{
    if (id != self->request || self->state == PORTAL_STATE_IDLE) {
        return;
    }
    if (event == PLATFORM_HTTP_EVENT_CLOSED) {
        portal_firmware_give_up(self);
    } else if (event == PLATFORM_HTTP_EVENT_BODY) {
        portal_firmware_take_part(self, bytes);
    }
}

static void portal_firmware_take_part(portal_firmware_t *self, ts_bytes part)
{
    self->received = self->received + part.length;
    if (part.length == 0u) {
        portal_firmware_take_end(self);
    } else if (self->state == PORTAL_STATE_HEAD) {
        portal_firmware_collect(self, part);
    } else if (!p1_update_write(part)) {
        portal_firmware_fail(self, 500, TS_TEXT("The flash did not follow."));
    }
}

static void portal_firmware_take_end(portal_firmware_t *self)
{
    if (self->received < self->length || self->state != PORTAL_STATE_WRITING) {
        portal_firmware_fail(self, 400, TS_TEXT("The image broke off."));
    } else {
        self->state = PORTAL_STATE_FINISHING;
        p1_update_finish();
    }
}

/** Collects the image's head, and starts to write when it is there and right. */
static void portal_firmware_collect(portal_firmware_t *self, ts_bytes part)
{
    const uint32_t used = self->used;
    if (part.length > 1312u - used) {
        portal_firmware_fail(self, 500, TS_TEXT("A part was too long."));
        return;
    }
    ts_span_u8_set((ts_span_u8){.data = self->head, .length = 1312}, part.data, part.length, used);
    self->used = (uint16_t)(used + part.length);
    if (self->used < UPDATE_IMAGE_HEAD) {
        p1_http_receive(self->request);
        return;
    }
    const update_image_fault_t fault = update_examine((ts_bytes){.data = self->head, .length = 1312}, p1_update_chip());
    if (fault != UPDATE_IMAGE_FAULT_NONE) {
        portal_firmware_fail(self, 422, fault_text(fault));
        return;
    }
    self->state = PORTAL_STATE_STARTING;
    p1_update_begin();
}

void portal_firmware_on_update(portal_firmware_t *self, platform_update_event_t event, uint32_t now)
{
    switch (event) {
    case PLATFORM_UPDATE_EVENT_READY:
        if (self->state == PORTAL_STATE_STARTING) {
            self->state = PORTAL_STATE_WRITING;
            (void)p1_update_write(ts_bytes_subarray((ts_bytes){.data = self->head, .length = 1312}, 0, self->used));
        }
        break;
    case PLATFORM_UPDATE_EVENT_WRITTEN:
        if (self->state == PORTAL_STATE_WRITING) {
            p1_http_receive(self->request);
        }
        break;
    case PLATFORM_UPDATE_EVENT_INSTALLED:
        if (self->state == PORTAL_STATE_FINISHING) {
            portal_firmware_install(self, now);
        }
        break;
    case PLATFORM_UPDATE_EVENT_DAMAGED:
        portal_firmware_fail(self, 422, TS_TEXT("This image is damaged: its checksum is wrong."));
        break;
    case PLATFORM_UPDATE_EVENT_FAILED:
        portal_firmware_fail(self, 500, TS_TEXT("The flash could not be written."));
        break;
    default:
        break;
    }
}

static void portal_firmware_install(portal_firmware_t *self, uint32_t now)
{
    self->state = PORTAL_STATE_RESTARTING;
    self->installed_at = now;
    portal_response_json(self->response, 200);
    ts2c_writer_text(&self->response->body, TS_TEXT("{\"installed\":"));
    ts2c_writer_json_string(&self->response->body, update_version_of((ts_bytes){.data = self->head, .length = 1312}));
    ts2c_writer_text(&self->response->body, TS_TEXT(",\"restart\":true}\n"));
    portal_response_send(self->response, self->request);
    p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("An update is installed: the device restarts."));
}

void portal_firmware_tick(portal_firmware_t *self, uint32_t now)
{
    if (self->state == PORTAL_STATE_RESTARTING && now - self->installed_at >= RESTART_MS) {
        self->state = PORTAL_STATE_IDLE;
        p1_system_restart();
    }
}

static void portal_firmware_fail(portal_firmware_t *self, uint16_t status, ts_bytes detail)
{
    if (self->state == PORTAL_STATE_IDLE) {
        return;
    }
    portal_firmware_refuse(self, self->request, status, detail);
    portal_firmware_give_up(self);
}

static void portal_firmware_give_up(portal_firmware_t *self)
{
    if (self->state == PORTAL_STATE_RESTARTING) {
        return;
    }
    if (self->state != PORTAL_STATE_HEAD) {
        p1_update_abort();
    }
    self->state = PORTAL_STATE_IDLE;
    self->request = NONE;
}

static void portal_firmware_refuse(portal_firmware_t *self, uint32_t id, uint16_t status, ts_bytes detail)
{
    p1_log_write(PLATFORM_LEVEL_WARNING, detail);
    portal_response_problem(self->response, status, detail);
    portal_response_send(self->response, id);
}
