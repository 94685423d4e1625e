/* Made by ts2c from ts/simulator/simulated.ts: change that file, not this one. */

#include "simulator/simulated.h"

bool simulator_is_simulated(settings_settings_t *settings)
{
    return settings_settings_on(settings, SETTINGS_SETTING_NAME_SIMULATOR) || p1_system_jumper();
}

ts_bytes simulator_root_topic(settings_settings_t *settings)
{
    const ts_bytes simulated = settings_settings_text(settings, SETTINGS_SETTING_NAME_SIMULATOR_TOPIC);
    return simulator_is_simulated(settings) && simulated.length > 0u ? simulated : settings_settings_text(settings, SETTINGS_SETTING_NAME_ROOT_TOPIC);
}
