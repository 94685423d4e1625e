/* Made by ts2c from ts/portal/origin.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "network/address.h"
#include "network/own-name.h"
#include "p1/ascii.h"
#include "settings/settings.h"
#include "portal/fields.h"

/**
 * Whether the line `host` names the device: by an address, `localhost`, its host name bare or with `.local`, likewise the one that it has
 * where that is another device's, or a name that a setting lists. Another name is one that was bent to lead here.
 */
TS_SHARED bool portal_is_our_host(ts_bytes fields, settings_settings_t *settings, network_own_name_t *own_name);

/** Whether the page that sent it, if the browser names one, came from the device itself, or through a proxy that encrypts. */
TS_SHARED bool portal_is_our_origin(ts_bytes fields);
