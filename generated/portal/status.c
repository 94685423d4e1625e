/* Made by ts2c from ts/portal/status.ts: change that file, not this one. */

#include "portal/status.h"

static void portal_status_report_write_network(portal_status_report_t *self, ts2c_writer_t *out);
static inline void portal_status_report_write_meter(portal_status_report_t *self, ts2c_writer_t *out, uint32_t now);
static void portal_status_report_write_lights(portal_status_report_t *self, ts2c_writer_t *out);
static inline void write_trouble(ts2c_writer_t *out, ts_bytes trouble);

void portal_status_report_init(portal_status_report_t *self, network_network_t *network, publish_connection_t *connection, publish_statistics_t *statistics, lights_lights_t *lights, restart_restart_t *restart, update_pull_t *pull)
{
    memset(self, 0, sizeof(*self));
    self->settings = statistics->settings;
    self->network = network;
    self->connection = connection;
    self->counts = statistics->counts;
    self->statistics = statistics;
    self->lights = lights;
    self->restart = restart;
    self->pull = pull;
    self->note = pull->trial->note;
}

void portal_status_report_write(portal_status_report_t *self, ts2c_writer_t *out, uint32_t now)
{
    ts2c_writer_text(out, TS_TEXT("{\"name\":"));
    ts2c_writer_json_string(out, settings_settings_text(self->settings, SETTINGS_SETTING_NAME_HOST_NAME));
    if (self->network->own_name->is_taken) {
        ts2c_writer_text(out, TS_TEXT(",\"proposed_name\":"));
        ts2c_writer_json_string(out, network_own_name_proposal(self->network->own_name));
    }
    ts2c_writer_text(out, TS_TEXT(",\"firmware\":{\"version\":"));
    ts2c_writer_json_string(out, update_trial_version(self->pull->trial));
    ts2c_writer_text(out, update_trial_is_running(self->pull->trial) ? TS_TEXT(",\"state\":\"trial\"") : TS_TEXT(",\"state\":\"confirmed\""));
    const ts_bytes value_1 = update_trial_rolled_back(self->pull->trial);
    if (value_1.length > 0u) {
        ts2c_writer_text(out, TS_TEXT(",\"rolled_back\":"));
        ts2c_writer_json_string(out, update_trial_rolled_back(self->pull->trial));
    }
    ts2c_writer_text(out, TS_TEXT("},\"update\":"));
    update_pull_write(self->pull, out);
    portal_status_report_write_network(self, out);
    ts2c_writer_text(out, publish_connection_connected(self->connection) ? TS_TEXT(",\"broker\":{\"connected\":true") : TS_TEXT(",\"broker\":{\"connected\":false"));
    write_trouble(out, publish_connection_trouble(self->connection));
    portal_status_report_write_meter(self, out, now);
    ts2c_writer_text(out, TS_TEXT(",\"publications\":"));
    ts2c_writer_int(out, counts_counts_count(self->counts, COUNTS_COUNTER_PUBLISHED));
    ts2c_writer_text(out, TS_TEXT(",\"uptime\":"));
    ts2c_writer_int(out, publish_statistics_seconds(self->statistics));
    ts2c_writer_text(out, TS_TEXT(",\"memory_free\":"));
    ts2c_writer_int(out, p1_system_free_memory());
    if (p1_network_kind() == PLATFORM_NETWORK_KIND_WIFI) {
        ts2c_writer_text(out, TS_TEXT(",\"joining\":{\"state\":"));
        ts2c_writer_json_string(out, network_attempt_state_texts[self->network->attempt.state]);
        ts2c_writer_text(out, TS_TEXT("}"));
    }
    portal_status_report_write_lights(self, out);
    const int32_t left = restart_restart_seconds_left(self->restart, now);
    if (left >= 0) {
        ts2c_writer_text(out, TS_TEXT(",\"restart_in\":"));
        ts2c_writer_int(out, left);
    }
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
    ts2c_writer_text(out, TS_TEXT(",\"restarts\":"));
    ts2c_writer_int(out, self->note->network_restarts);
    write_trouble(out, network_network_trouble(self->network));
}

static inline void portal_status_report_write_meter(portal_status_report_t *self, ts2c_writer_t *out, uint32_t now)
{
    ts2c_writer_text(out, TS_TEXT(",\"telegrams\":{\"received\":"));
    ts2c_writer_int(out, counts_counts_count(self->counts, COUNTS_COUNTER_RECEIVED));
    ts2c_writer_text(out, TS_TEXT(",\"refused\":"));
    ts2c_writer_int(out, counts_counts_count(self->counts, COUNTS_COUNTER_ERRORS));
    if (meter_presence_was_there(self->counts->presence)) {
        ts2c_writer_text(out, TS_TEXT(",\"age\":"));
        ts2c_writer_int(out, meter_presence_age(self->counts->presence, now) / 1000u);
    }
    ts2c_writer_text(out, meter_presence_is_silent(self->counts->presence) ? TS_TEXT(",\"silent\":true}") : TS_TEXT(",\"silent\":false}"));
}

static void portal_status_report_write_lights(portal_status_report_t *self, ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT(",\"lights\":["));
    for (uint32_t light = 0; light < LIGHTS_LIGHTS; light++) {
        ts2c_writer_text(out, light > 0u ? TS_TEXT(",") : TS_TEXT(""));
        ts2c_writer_json_string(out, lights_colour_texts[lights_lights_colour(self->lights, (uint8_t)light)]);
    }
    ts2c_writer_text(out, TS_TEXT("]"));
}

/** Ends an object with the reason why something does not work, where it does not. */
static inline void write_trouble(ts2c_writer_t *out, ts_bytes trouble)
{
    if (!ts_text_equal(trouble, TS_TEXT("none"))) {
        ts2c_writer_text(out, TS_TEXT(",\"trouble\":"));
        ts2c_writer_json_string(out, trouble);
    }
    ts2c_writer_text(out, TS_TEXT("}"));
}
