/* Made by ts2c from ts/configuration.ts: change that file, not this one. */

#include "configuration.h"

#define ANSWER_MS_IN_CONFIGURATION 300

static void configuration_configuration_take_back(configuration_configuration_t *self, uint32_t now);
static inline void configuration_configuration_note(configuration_configuration_t *self, ts_bytes name);
static void configuration_configuration_apply(configuration_configuration_t *self, uint32_t now);
static bool configuration_configuration_take_due(configuration_configuration_t *self, settings_renewal_t renewal);
static void configuration_configuration_renew(configuration_configuration_t *self, settings_renewal_t renewal, uint32_t now);
static inline void configuration_configuration_tell_clock(configuration_configuration_t *self);

void configuration_configuration_init(configuration_configuration_t *self, settings_settings_t *settings, settings_keeper_t *keeper, settings_keys_t *keys, p1_encryption_t *encryption, network_network_t *network, publish_publishing_t *publishing, home_assistant_discovery_t *discovery, splitter_telegram_port_t *telegram_port, meter_line_search_t *line, settings_fallback_t *fallback)
{
    memset(self, 0, sizeof(*self));
    self->settings = settings;
    self->keeper = keeper;
    self->keys = keys;
    self->encryption = encryption;
    self->network = network;
    self->publishing = publishing;
    self->discovery = discovery;
    self->telegram_port = telegram_port;
    self->line = line;
    self->fallback = fallback;
}

void configuration_configuration_prepare(configuration_configuration_t *self)
{
    if (!self->prepared) {
        self->prepared = true;
        settings_settings_reset(self->settings);
        settings_keeper_load(self->keeper);
    }
}

void configuration_configuration_start(configuration_configuration_t *self)
{
    configuration_configuration_prepare(self);
    self->running = true;
    settings_keys_hand(self->keys, self->encryption);
    splitter_telegram_port_open(self->telegram_port);
    home_assistant_discovery_start(self->discovery);
    configuration_configuration_tell_clock(self);
    meter_line_search_start(self->line, p1_clock_millis());
}

settings_setting_result_t configuration_configuration_assign(configuration_configuration_t *self, ts_bytes name, ts_bytes value)
{
    configuration_configuration_prepare(self);
    const settings_setting_result_t result = settings_settings_assign(self->settings, name, value);
    if (result != SETTINGS_SETTING_RESULT_OK) {
        p1_log_write(PLATFORM_LEVEL_ERROR, settings_settings_explanation(self->settings));
    } else if (self->running) {
        configuration_configuration_note(self, name);
        configuration_configuration_apply(self, p1_clock_millis());
    }
    return result;
}

void configuration_configuration_change(configuration_configuration_t *self, ts_bytes name, ts_bytes value, uint32_t now)
{
    if (settings_settings_assign(self->settings, name, value) == SETTINGS_SETTING_RESULT_OK) {
        configuration_configuration_note(self, name);
        self->changed_at = now;
    }
}

void configuration_configuration_tick(configuration_configuration_t *self, uint32_t now)
{
    if (self->changed && now - self->changed_at >= ANSWER_MS_IN_CONFIGURATION) {
        configuration_configuration_apply(self, now);
    }
    configuration_configuration_take_back(self, now);
}

/** New settings that did not work give way to those that did. */
static void configuration_configuration_take_back(configuration_configuration_t *self, uint32_t now)
{
    const bool is_wifi = p1_network_kind() == PLATFORM_NETWORK_KIND_WIFI;
    switch (settings_fallback_tick(self->fallback, is_wifi, network_network_is_up(self->network), publish_publishing_is_connected(self->publishing), now)) {
    case SETTINGS_OUTCOME_NETWORK:
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The new settings of the network did not work within two minutes: the old ones are back."));
        settings_keeper_save(self->keeper);
        configuration_configuration_renew(self, SETTINGS_RENEWAL_NETWORK, now);
        break;
    case SETTINGS_OUTCOME_BROKER:
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The new settings of the broker did not work within two minutes: the old ones are back."));
        settings_keeper_save(self->keeper);
        configuration_configuration_renew(self, SETTINGS_RENEWAL_CONNECTION, now);
        break;
    case SETTINGS_OUTCOME_PROVEN:
        settings_keeper_save(self->keeper);
        break;
    case SETTINGS_OUTCOME_NOTHING:
        break;
    default:
        break;
    }
}

void configuration_configuration_forget(configuration_configuration_t *self)
{
    (void)settings_settings_assign(self->settings, TS_TEXT("wifi_name"), TS_TEXT(""));
    (void)settings_settings_assign(self->settings, TS_TEXT("wifi_password"), TS_TEXT(""));
    (void)settings_settings_assign(self->settings, TS_TEXT("login_password"), TS_TEXT(""));
    settings_keeper_save(self->keeper);
    if (p1_network_kind() == PLATFORM_NETWORK_KIND_WIFI) {
        configuration_configuration_renew(self, SETTINGS_RENEWAL_NETWORK, p1_clock_millis());
    }
}

void configuration_configuration_forget_all(configuration_configuration_t *self)
{
    publish_publishing_drop(self->publishing);
    settings_settings_reset(self->settings);
    self->changed = false;
}

void configuration_configuration_leave(configuration_configuration_t *self)
{
    if (self->changed) {
        self->changed = false;
        settings_keeper_save(self->keeper);
    }
}

static inline void configuration_configuration_note(configuration_configuration_t *self, ts_bytes name)
{
    const uint32_t code = settings_codes_parse(&self->settings->codes, name);
    if (code != 0u) {
        self->changed = true;
        home_assistant_discovery_move(self->discovery, code);
    }
    const uint32_t place = settings_settings_find(self->settings, name);
    if (place < 61u) {
        self->changed = true;
        self->due[place] = true;
    }
}

/** `now` is that of the whole tick: to what follows in it, a later one would be 49 days ago. */
static void configuration_configuration_apply(configuration_configuration_t *self, uint32_t now)
{
    self->changed = false;
    // Their trial begins here: the connection that stood until now says nothing of them.
    for (uint32_t place = 0; place < 61u && true; place++) {
        if (self->due[place]) {
            settings_fallback_changed(self->fallback, (uint8_t)place, now);
        }
    }
    settings_keeper_save(self->keeper);
    for (uint32_t i = 0; i < 10; i++) {
        const settings_renewal_t renewal = SETTINGS_RENEWALS[i];
        if (configuration_configuration_take_due(self, renewal)) {
            configuration_configuration_renew(self, renewal, now);
        }
    }
}

/** Whether a setting changed that renews this, once. */
static bool configuration_configuration_take_due(configuration_configuration_t *self, settings_renewal_t renewal)
{
    bool due = false;
    for (uint32_t i = 0; i < 61u && true; i++) {
        if (self->due[i] && SETTINGS_SETTINGS[i].renews == renewal) {
            self->due[i] = false;
            due = true;
        }
    }
    return due;
}

/** What depends on settings that changed begins anew. */
static void configuration_configuration_renew(configuration_configuration_t *self, settings_renewal_t renewal, uint32_t now)
{
    switch (renewal) {
    case SETTINGS_RENEWAL_NETWORK:
        if (network_network_drop(self->network)) {
            publish_publishing_network(self->publishing, false);
        }
        break;
    case SETTINGS_RENEWAL_CONNECTION:
        publish_publishing_drop(self->publishing);
        break;
    case SETTINGS_RENEWAL_SIMULATOR:
        meter_line_search_start(self->line, now);
        publish_publishing_drop(self->publishing);
        break;
    case SETTINGS_RENEWAL_SERIAL:
        meter_line_search_start(self->line, now);
        break;
    case SETTINGS_RENEWAL_TELEGRAM_PORT:
        splitter_telegram_port_open(self->telegram_port);
        break;
    case SETTINGS_RENEWAL_NAMES:
        network_own_name_offer_home_wizard(self->network->own_name);
        break;
    case SETTINGS_RENEWAL_ENCRYPTION:
        settings_keys_hand(self->keys, self->encryption);
        break;
    case SETTINGS_RENEWAL_CLOCK:
        configuration_configuration_tell_clock(self);
        break;
    case SETTINGS_RENEWAL_DISCOVERY:
        home_assistant_discovery_renew(self->discovery);
        break;
    case SETTINGS_RENEWAL_NOTHING:
        break;
    default:
        break;
    }
}

static inline void configuration_configuration_tell_clock(configuration_configuration_t *self)
{
    p1_clock_synchronise(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_SNTP_SERVER), settings_settings_text(self->settings, SETTINGS_SETTING_NAME_TIME_ZONE));
}
