/* Made by ts2c from ts/network/own-name.ts: change that file, not this one. */

#include "network/own-name.h"

#define LONGEST_IN_NETWORK_OWN_NAME 32

#define BEHIND 7

void network_own_name_init(network_own_name_t *self, settings_settings_t *settings, scratch_scratch_t *scratch)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->other, (ts_span_u8){.data = self->other_memory, .length = 32});
    self->settings = settings;
    self->scratch = scratch;
}

void network_own_name_ask(network_own_name_t *self)
{
    self->asking = true;
    p1_names_look_up(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_HOST_NAME));
}

bool network_own_name_is_asking(network_own_name_t *self)
{
    return self->asking;
}

ts_bytes network_own_name_proposal(network_own_name_t *self)
{
    const ts_bytes name = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_HOST_NAME);
    ts2c_writer_clear(&self->other);
    ts2c_writer_bytes(&self->other, ts_bytes_subarray(name, 0, LONGEST_IN_NETWORK_OWN_NAME - BEHIND));
    ts2c_writer_text(&self->other, TS_TEXT("_"));
    chip_id_write_chip_id(&self->other);
    return ts2c_writer_view(&self->other);
}

ts_bytes network_own_name_name(network_own_name_t *self)
{
    return self->is_taken ? network_own_name_proposal(self) : settings_settings_text(self->settings, SETTINGS_SETTING_NAME_HOST_NAME);
}

bool network_own_name_on_name(network_own_name_t *self, platform_names_event_t event, uint32_t address)
{
    if (!self->asking) {
        return false;
    }
    self->asking = false;
    // The device hears itself where it was known before.
    self->is_taken = event == PLATFORM_NAMES_EVENT_FOUND && address != p1_network_address();
    if (self->is_taken) {
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("Another device goes by this one's name: the page proposes one that nobody has, and it is announced."));
    }
    p1_names_announce(network_own_name_name(self));
    const uint32_t port = p1_http_port();
    if (port != 0u) {
        p1_names_offer(TS_TEXT("_http"), (uint16_t)port, TS_TEXT(""));
    }
    self->is_announced = true;
    network_own_name_offer_home_wizard(self);
    return true;
}

void network_own_name_offer_home_wizard(network_own_name_t *self)
{
    const bool is_on = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_HOMEWIZARD);
    if (self->is_announced && (is_on || self->is_offered)) {
        self->is_offered = is_on;
        const uint16_t value_1 = (uint16_t)(is_on ? p1_http_port() : 0);
        p1_names_offer(NEIGHBOURS_SERVICE, value_1, is_on ? neighbours_records(&self->scratch->out) : TS_TEXT(""));
    }
}
