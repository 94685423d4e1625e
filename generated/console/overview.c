/* Made by ts2c from ts/console/overview.ts: change that file, not this one. */

#include "console/overview.h"

static inline void console_overview_write_page(console_overview_t *self, ts2c_writer_t *out);
static void console_overview_write_meter(console_overview_t *self, ts2c_writer_t *out, uint32_t now);

void console_overview_init(console_overview_t *self, network_network_t *network, publish_connection_t *connection, counts_counts_t *counts, update_trial_t *trial, portal_password_t *password)
{
    memset(self, 0, sizeof(*self));
    self->network = network;
    self->connection = connection;
    self->counts = counts;
    self->trial = trial;
    self->password = password;
}

void console_overview_write(console_overview_t *self, ts2c_writer_t *out, uint32_t now)
{
    console_overview_write_network(self, out);
    console_overview_write_page(self, out);
    publish_connection_describe(self->connection, out);
    console_overview_write_meter(self, out, now);
    ts2c_writer_text(out, TS_TEXT("\nFirmware "));
    ts2c_writer_bytes(out, update_trial_version(self->trial));
    ts2c_writer_text(out, update_trial_is_running(self->trial) ? TS_TEXT(" is on trial.\n") : TS_TEXT(" is confirmed.\n"));
    ts2c_writer_text(out, portal_password_is_set(self->password) ? TS_TEXT("The page has a password.\n") : TS_TEXT("The page has no password, so nobody changes anything there: the command password sets one.\n"));
}

void console_overview_write_network(console_overview_t *self, ts2c_writer_t *out)
{
    network_network_describe(self->network, out);
    ts2c_writer_text(out, TS_TEXT("\n"));
    if (network_attempt_is_on(&self->network->attempt)) {
        ts2c_writer_text(out, TS_TEXT("Wi-Fi "));
        ts2c_writer_bytes(out, network_attempt_name(&self->network->attempt));
        ts2c_writer_text(out, TS_TEXT(" is being tried.\n"));
    }
    if (network_access_point_is_open(self->network->access_point)) {
        ts2c_writer_text(out, TS_TEXT("The device's own access point "));
        ts2c_writer_bytes(out, network_access_point_name(self->network->access_point));
        ts2c_writer_text(out, TS_TEXT(" is open: http://"));
        network_write_address(out, p1_network_access_point_address());
        ts2c_writer_text(out, TS_TEXT("\n"));
    }
}

static inline void console_overview_write_page(console_overview_t *self, ts2c_writer_t *out)
{
    if (network_network_is_up(self->network)) {
        ts2c_writer_text(out, TS_TEXT("The page is http://"));
        ts2c_writer_bytes(out, network_own_name_name(self->network->own_name));
        ts2c_writer_text(out, TS_TEXT(".local, or http://"));
        network_write_address(out, p1_network_address());
        ts2c_writer_text(out, TS_TEXT("\n"));
    }
}

static void console_overview_write_meter(console_overview_t *self, ts2c_writer_t *out, uint32_t now)
{
    if (!meter_presence_was_there(self->counts->presence)) {
        ts2c_writer_text(out, TS_TEXT("\nNo good telegram came so far; refused were "));
        ts2c_writer_int(out, counts_counts_count(self->counts, COUNTS_COUNTER_ERRORS));
        ts2c_writer_text(out, TS_TEXT("."));
        return;
    }
    ts2c_writer_text(out, TS_TEXT("\nThe meter's last good telegram came "));
    ts2c_writer_int(out, meter_presence_age(self->counts->presence, now) / 1000u);
    ts2c_writer_text(out, TS_TEXT(" seconds ago; received were "));
    ts2c_writer_int(out, counts_counts_count(self->counts, COUNTS_COUNTER_RECEIVED));
    ts2c_writer_text(out, TS_TEXT(", refused "));
    ts2c_writer_int(out, counts_counts_count(self->counts, COUNTS_COUNTER_ERRORS));
    ts2c_writer_text(out, TS_TEXT("."));
}
