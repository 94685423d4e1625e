/* Made by ts2c from ts/simulator/simulated.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/system.h"
#include "settings/settings.h"

/** Whether the built-in meter speaks: by setting, or by the jumper. */
TS_SHARED bool simulator_is_simulated(settings_settings_t *settings);

/** What every topic begins with, as of now. */
TS_SHARED ts_bytes simulator_root_topic(settings_settings_t *settings);
