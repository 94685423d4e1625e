/* Made by ts2c from ts/publish/topic.ts: change that file, not this one. */

#include "publish/topic.h"

void publish_write_topic(ts2c_writer_t *out, settings_settings_t *settings, meter_meter_t *meter, p1_staging_t *staging, p1_staged_reading_t *reading)
{
    const uint32_t place = settings_codes_find(&settings->codes, reading->code);
    if (place < SETTINGS_CODES && !settings_codes_is_off(&settings->codes, reading->code)) {
        meter_meter_write_own_topic(meter, out, settings_codes_topic_at(&settings->codes, (uint8_t)place), staging, reading);
    } else {
        meter_meter_write_topic(meter, out, staging, reading);
    }
}
