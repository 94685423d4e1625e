/* Made by ts2c from ts/portal/certificates.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/log.h"
#include "platform/settings.h"
#include "bytes.h"
#include "publish/publishing.h"
#include "settings/keeper.h"
#include "portal/response.h"
#include "portal/routes.h"

/** Takes them, one at a time. */
typedef struct {
    settings_keeper_t *keeper;
    publish_publishing_t *publishing;
    portal_response_t *response;
    /** The request that is answered when what it brought is kept. */
    uint32_t waiting;
} portal_certificates_t;

/** Makes a new `Certificates` at `self`. */
TS_SHARED void portal_certificates_init(portal_certificates_t *self, settings_keeper_t *keeper, publish_publishing_t *publishing, portal_response_t *response);

/** Which of them there are. */
TS_SHARED void portal_certificates_tell(portal_certificates_t *self, uint32_t id);

/** Whether something is being saved, so that nothing can be taken now. */
TS_SHARED bool portal_certificates_is_busy(portal_certificates_t *self);

/** Takes what a request brought; an empty body removes what was there. */
TS_SHARED void portal_certificates_take(portal_certificates_t *self, uint32_t id, portal_route_t route, ts_bytes pem);

/** What became of a writing; of a certificate's, which the next connection to the broker is made with, the request is told. */
TS_SHARED void portal_certificates_on_settings(portal_certificates_t *self, platform_settings_event_t event);
