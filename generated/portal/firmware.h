/* Made by ts2c from ts/portal/firmware.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/http.h"
#include "platform/log.h"
#include "platform/update.h"
#include "update/installation.h"
#include "update/pull.h"
#include "portal/response.h"

/** One upload at a time. */
typedef struct {
    portal_response_t *response;
    update_installation_t *installation;
    update_pull_t *pull;
    uint32_t request;
} portal_firmware_t;

/** Makes a new `Firmware` at `self`. */
TS_SHARED void portal_firmware_init(portal_firmware_t *self, portal_response_t *response, update_installation_t *installation, update_pull_t *pull);

/** A request to take an image, even an older one where that is said. */
TS_SHARED void portal_firmware_begin(portal_firmware_t *self, uint32_t id, uint32_t length, bool any_version);

/** A request to look for a newer image, or to fetch and install it. */
TS_SHARED void portal_firmware_ask(portal_firmware_t *self, uint32_t id, bool installs, uint32_t now);

/** How the flash's work went. */
TS_SHARED void portal_firmware_on_update(portal_firmware_t *self, platform_update_event_t event, uint32_t now);

TS_SHARED void portal_firmware_tick(portal_firmware_t *self, uint32_t now);

/** Something happened to a request; to others than ours nothing is done here. */
TS_SHARED void portal_firmware_on_http(portal_firmware_t *self, uint32_t id, platform_http_event_t event, ts_bytes bytes);
