/* Made by ts2c from ts/portal/firmware.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/http.h"
#include "platform/log.h"
#include "platform/system.h"
#include "platform/update.h"
#include "platform/update.h"
#include "sockets.h"
#include "update/image.h"
#include "portal/response.h"

/**
 * `idle`; `head`: the image's head is collected; `starting`, `writing`, `finishing`: the flash works; `restarting`: the image is
 * installed.
 */
typedef enum {
    PORTAL_STATE_IDLE,
    PORTAL_STATE_HEAD,
    PORTAL_STATE_STARTING,
    PORTAL_STATE_WRITING,
    PORTAL_STATE_FINISHING,
    PORTAL_STATE_RESTARTING,
} portal_state_t;

/** One upload at a time. */
typedef struct {
    portal_response_t *response;
    portal_state_t state;
    uint32_t request;
    /** How long the body is, and how much of it came. */
    uint32_t length;
    uint32_t received;
    uint32_t installed_at;
    /** The image's head, and what came with it. */
    uint8_t head[1312];
    uint16_t used;
} portal_firmware_t;

/** Makes a new `Firmware` at `self`. */
void portal_firmware_init(portal_firmware_t *self, portal_response_t *response);

/** A request to take an image. */
void portal_firmware_begin(portal_firmware_t *self, uint32_t id, uint32_t length);

/** Something happened to a request; to others than ours nothing is done here. */
void portal_firmware_on_http(portal_firmware_t *self, uint32_t id, platform_http_event_t event, ts_bytes bytes);

/** How the driver's work went. */
void portal_firmware_on_update(portal_firmware_t *self, platform_update_event_t event, uint32_t now);

/** Restarts into the new image when the answer is out. */
void portal_firmware_tick(portal_firmware_t *self, uint32_t now);
