/* Made by ts2c from ts/meter/moment.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/clock.h"
#include "p1/obis.h"
#include "p1/staging.h"
#include "p1/timestamp.h"

/** The time of the meter's own clock in its telegram; {@link NO_TIME} where it has none, or nobody set it. */
TS_SHARED uint32_t meter_meter_time(p1_staging_t *staging);

/** When a telegram was sent: by the meter's clock, or else by the device's; {@link NO_TIME} when neither knows. */
TS_SHARED uint32_t meter_moment_of(p1_staging_t *staging);
