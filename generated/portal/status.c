/* Made by ts2c from ts/portal/status.ts: change that file, not this one. */

#include "portal/status.h"

static void portal_status_report_write_network(portal_status_report_t *self, ts2c_writer_t *out);

void portal_status_report_init(portal_status_report_t *self, network_network_t *network, publish_connection_t *connection, counts_counts_t *counts, update_trial_t *trial)
{
    memset(self, 0, sizeof(*self));
    self->network = network;
    self->connection = connection;
    self->counts = counts;
    self->trial = trial;
}

void portal_status_report_write(portal_status_report_t *self, ts2c_writer_t *out, portal_login_state_t login)
{
    ts2c_writer_text(out, TS_TEXT("{\"firmware\":{\"version\":"));
    ts2c_writer_json_string(out, update_trial_version(self->trial));
    ts2c_writer_text(out, update_trial_is_running(self->trial) ? TS_TEXT(",\"state\":\"trial\"") : TS_TEXT(",\"state\":\"confirmed\""));
    const ts_bytes value_1 = update_trial_rolled_back(self->trial);
    if (value_1.length > 0u) {
        ts2c_writer_text(out, TS_TEXT(",\"rolled_back\":"));
        ts2c_writer_json_string(out, update_trial_rolled_back(self->trial));
    }
    ts2c_writer_text(out, TS_TEXT("}"));
    portal_status_report_write_network(self, out);
    ts2c_writer_text(out, publish_connection_connected(self->connection) ? TS_TEXT(",\"broker\":{\"connected\":true}") : TS_TEXT(",\"broker\":{\"connected\":false}"));
    ts2c_writer_text(out, TS_TEXT(",\"telegrams\":{\"received\":"));
    ts2c_writer_int(out, counts_counts_count(self->counts, COUNTS_COUNTER_RECEIVED));
    ts2c_writer_text(out, TS_TEXT(",\"refused\":"));
    ts2c_writer_int(out, counts_counts_count(self->counts, COUNTS_COUNTER_ERRORS));
    ts2c_writer_text(out, TS_TEXT("},\"publications\":"));
    ts2c_writer_int(out, counts_counts_count(self->counts, COUNTS_COUNTER_PUBLISHED));
    ts2c_writer_text(out, TS_TEXT(",\"memory_free\":"));
    ts2c_writer_int(out, p1_system_free_memory());
    ts2c_writer_text(out, TS_TEXT(",\"access\":{\"login\":"));
    ts2c_writer_json_string(out, portal_login_state_texts[login]);
    ts2c_writer_text(out, TS_TEXT("}}\n"));
}

static void portal_status_report_write_network(portal_status_report_t *self, ts2c_writer_t *out)
{
    ts2c_writer_text(out, p1_network_kind() == PLATFORM_NETWORK_KIND_WIFI ? TS_TEXT(",\"network\":{\"kind\":\"wifi\",\"address\":\"") : TS_TEXT(",\"network\":{\"kind\":\"wired\",\"address\":\""));
    network_write_address(out, p1_network_address());
    ts2c_writer_text(out, TS_TEXT("\""));
    if (p1_network_kind() == PLATFORM_NETWORK_KIND_WIFI) {
        ts2c_writer_text(out, TS_TEXT(",\"signal_dBm\":"));
        ts2c_writer_int(out, p1_network_signal());
    }
    ts2c_writer_text(out, TS_TEXT(",\"attempts\":"));
    ts2c_writer_int(out, self->network->attempts);
    ts2c_writer_text(out, TS_TEXT(",\"resets\":"));
    ts2c_writer_int(out, self->network->resets);
    ts2c_writer_text(out, TS_TEXT("}"));
}
