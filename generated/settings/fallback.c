/* Made by ts2c from ts/settings/fallback.ts: change that file, not this one. */

#include "settings/fallback.h"

void settings_fallback_init(settings_fallback_t *self, settings_settings_t *settings, settings_last_good_t *network, settings_last_good_t *broker)
{
    memset(self, 0, sizeof(*self));
    self->settings = settings;
    self->network = network;
    self->broker = broker;
}

void settings_fallback_changed(settings_fallback_t *self, uint8_t place, uint32_t now)
{
    const settings_group_t group = settings_group_of(place);
    if (group == SETTINGS_GROUP_NETWORK) {
        self->wants_broker = self->wants_broker || self->was_connected;
        settings_last_good_changed(self->network, now);
    } else if (group == SETTINGS_GROUP_BROKER) {
        settings_last_good_changed(self->broker, now);
    }
}

settings_outcome_t settings_fallback_tick(settings_fallback_t *self, bool is_wifi, bool is_up, bool is_connected, uint32_t now)
{
    bool is_proven = false;
    if (is_connected) {
        is_proven = settings_last_good_works(self->broker, !self->was_connected);
    } else {
        const ts_bytes value_1 = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_BROKER_HOST);
        if (value_1.length == 0u) {
            is_proven = settings_last_good_forget(self->broker);
        }
    }
    if (is_up && (is_connected || !self->wants_broker || settings_last_good_is_on_trial(self->broker))) {
        is_proven = settings_last_good_works(self->network, !self->was_up) || is_proven;
        self->wants_broker = false;
    } else {
        bool value_3;
        value_3 = is_wifi;
        if (value_3) {
            const ts_bytes value_2 = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_WIFI_NAME);
            value_3 = value_2.length == 0u;
        }
        if (value_3) {
            is_proven = settings_last_good_forget(self->network) || is_proven;
        }
    }
    self->was_up = is_up;
    self->was_connected = is_connected;
    if (!is_up) {
        settings_last_good_hold(self->broker, now);
    }
    if (settings_last_good_is_over(self->network, now)) {
        self->wants_broker = false;
        settings_last_good_restore(self->network);
        return SETTINGS_OUTCOME_NETWORK;
    }
    if (settings_last_good_is_over(self->broker, now)) {
        settings_last_good_restore(self->broker);
        return SETTINGS_OUTCOME_BROKER;
    }
    return is_proven ? SETTINGS_OUTCOME_PROVEN : SETTINGS_OUTCOME_NOTHING;
}
