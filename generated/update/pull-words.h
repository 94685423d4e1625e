/* Made by ts2c from ts/update/pull-words.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "platform/download.h"
#include "update/manifest.h"
#include "update/version.h"

/** Whether what ended a download may be over soon. */
TS_SHARED bool update_is_passing(platform_download_event_t event);

/** The sentence for what ended a download. */
TS_SHARED ts_bytes update_download_text(platform_download_event_t event);

/** The sentence for a manifest that can't be used. */
TS_SHARED ts_bytes update_manifest_text(update_manifest_fault_t fault);

/** The sentence for a version that the device does not install by itself. */
TS_SHARED ts_bytes update_left_text(update_order_t order);
