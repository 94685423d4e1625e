/* Made by ts2c from ts/publish/statistics.ts: change that file, not this one. */

#include "publish/statistics.h"

#define COLDEST (-273)

static inline void publish_statistics_write(publish_statistics_t *self, uint32_t figure, uint32_t now);
static int64_t publish_statistics_value(publish_statistics_t *self, publish_figure_name_t name, uint32_t now);
static uint32_t publish_statistics_failures(publish_statistics_t *self, publish_figure_name_t name);

void publish_statistics_init(publish_statistics_t *self, settings_settings_t *settings, counts_counts_t *counts, publish_connection_t *connection, update_trial_t *trial, publish_message_t *message, network_network_t *own_network)
{
    memset(self, 0, sizeof(*self));
    self->next = PUBLISH_FIGURE_COUNT;
    self->settings = settings;
    self->counts = counts;
    self->connection = connection;
    self->trial = trial;
    self->message = message;
    self->network = own_network;
    self->note = trial->note;
}

void publish_statistics_start(publish_statistics_t *self, uint32_t now)
{
    self->counted_at = now;
}

void publish_statistics_pass(publish_statistics_t *self, uint32_t now)
{
    const uint32_t seconds = (now - self->counted_at) / 1000u;
    self->counted_at = self->counted_at + seconds * 1000u;
    self->uptime = self->uptime + seconds;
}

uint32_t publish_statistics_seconds(publish_statistics_t *self)
{
    return self->uptime;
}

void publish_statistics_renew(publish_statistics_t *self, uint32_t now)
{
    self->last = now;
    self->next = 0;
}

bool publish_statistics_tick(publish_statistics_t *self, uint32_t now)
{
    const uint32_t interval = (uint32_t)ts_clamp(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_INTERVAL_STATISTICS) * 1000u, 0, INT64_C(4294967295));
    if (self->next == PUBLISH_FIGURE_COUNT && now - self->last >= interval) {
        publish_statistics_renew(self, now);
    }
    while (self->next < PUBLISH_FIGURE_COUNT) {
        const uint32_t figure = self->next;
        if (publish_statistics_has(self, (uint8_t)figure)) {
            publish_statistics_write(self, figure, now);
            if (!publish_message_send(self->message)) {
                return false;
            }
        }
        self->next = (uint8_t)(figure + 1u);
    }
    return true;
}

bool publish_statistics_has(publish_statistics_t *self, uint8_t figure)
{
    switch (PUBLISH_FIGURES[figure].name) {
    case PUBLISH_FIGURE_NAME_CPU_TEMP:
        return p1_system_temperature() >= COLDEST;
    case PUBLISH_FIGURE_NAME_WIFI_SIGNAL:
        return p1_network_kind() == PLATFORM_NETWORK_KIND_WIFI && p1_network_signal() < 0;
    case PUBLISH_FIGURE_NAME_TELEGRAMS_REPEATED:
        return settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SPLITTER) != 0u;
    case PUBLISH_FIGURE_NAME_METER_CLOCK_AHEAD:
        return meter_meter_time_is_known(self->counts->meter_time);
    case PUBLISH_FIGURE_NAME_TELEGRAM_AGE:
        return meter_presence_was_there(self->counts->presence);
    case PUBLISH_FIGURE_NAME_TELEGRAMS_SIMULATED:
        return simulator_is_simulated(self->settings);
    case PUBLISH_FIGURE_NAME_FIRMWARE_ROLLED_BACK: {
        const ts_bytes value_1 = update_trial_rolled_back(self->trial);
        return value_1.length > 0u;
    }
    default:
        return true;
    }
    TS_UNREACHABLE();
}

/** Writes the message for a figure. */
static inline void publish_statistics_write(publish_statistics_t *self, uint32_t figure, uint32_t now)
{
    const publish_figure_name_t name = PUBLISH_FIGURES[figure].name;
    publish_message_begin(self->message);
    ts2c_writer_text(&self->message->topic, TS_TEXT("sensor/"));
    ts2c_writer_text(&self->message->topic, publish_figure_name_texts[name]);
    publish_statistics_write_value(self, self->message->payload, name, now);
}

void publish_statistics_write_value(publish_statistics_t *self, ts2c_writer_t *out, publish_figure_name_t name, uint32_t now)
{
    switch (name) {
    case PUBLISH_FIGURE_NAME_CLIENT_ID:
        ts2c_writer_bytes(out, publish_connection_client_id(self->connection));
        break;
    case PUBLISH_FIGURE_NAME_START_REASON:
        ts2c_writer_text(out, platform_start_reason_texts[p1_system_start_reason()]);
        break;
    case PUBLISH_FIGURE_NAME_FIRMWARE_VERSION:
        ts2c_writer_bytes(out, update_trial_version(self->trial));
        break;
    case PUBLISH_FIGURE_NAME_FIRMWARE_ROLLED_BACK:
        ts2c_writer_bytes(out, update_trial_rolled_back(self->trial));
        break;
    default:
        ts2c_writer_int(out, publish_statistics_value(self, name, now));
        break;
    }
}

static int64_t publish_statistics_value(publish_statistics_t *self, publish_figure_name_t name, uint32_t now)
{
    switch (name) {
    case PUBLISH_FIGURE_NAME_UPTIME:
        return self->uptime;
    case PUBLISH_FIGURE_NAME_MEM_FREE:
        return p1_system_free_memory();
    case PUBLISH_FIGURE_NAME_MEM_FREE_LEAST:
        return p1_system_least_free_memory();
    case PUBLISH_FIGURE_NAME_CPU_TEMP:
        return p1_system_temperature();
    case PUBLISH_FIGURE_NAME_WIFI_SIGNAL:
        return p1_network_signal();
    case PUBLISH_FIGURE_NAME_NETWORK_RESETS:
        return self->network->resets;
    case PUBLISH_FIGURE_NAME_NETWORK_RESTARTS:
        return self->note->network_restarts;
    case PUBLISH_FIGURE_NAME_METER_CLOCK_AHEAD:
        return meter_meter_time_seconds_ahead(self->counts->meter_time);
    case PUBLISH_FIGURE_NAME_TELEGRAM_AGE:
        return meter_presence_age(self->counts->presence, now) / 1000u;
    case PUBLISH_FIGURE_NAME_TELEGRAMS_RX:
        return self->counts->telegrams->telegrams;
    case PUBLISH_FIGURE_NAME_TELEGRAMS_TX:
        return self->counts->counters->sent;
    case PUBLISH_FIGURE_NAME_TELEGRAMS_SIMULATED:
        return self->counts->counters->simulated;
    case PUBLISH_FIGURE_NAME_TELEGRAMS_REPEATED:
        return self->counts->counters->repeated;
    case PUBLISH_FIGURE_NAME_TELEGRAMS_PUB:
        return self->counts->counters->published;
    case PUBLISH_FIGURE_NAME_TOTALS_HELD_BACK:
        return self->counts->guard->held_back;
    case PUBLISH_FIGURE_NAME_METER_SILENCES:
        return self->counts->presence->silences;
    case PUBLISH_FIGURE_NAME_HISTORY_LOST:
        return self->counts->counters->history_lost;
    default:
        return publish_statistics_failures(self, name);
    }
    TS_UNREACHABLE();
}

/** What went wrong with telegrams, by its cause. */
static uint32_t publish_statistics_failures(publish_statistics_t *self, publish_figure_name_t name)
{
    switch (name) {
    case PUBLISH_FIGURE_NAME_TELEGRAMS_ERR:
        return p1_counters_failures(self->counts->telegrams);
    case PUBLISH_FIGURE_NAME_ERR_CRC:
        return self->counts->telegrams->crc;
    case PUBLISH_FIGURE_NAME_ERR_NO_CRC:
        return self->counts->telegrams->no_crc;
    case PUBLISH_FIGURE_NAME_ERR_TOO_LONG:
        return self->counts->telegrams->too_long;
    case PUBLISH_FIGURE_NAME_ERR_TIMEOUT:
        return self->counts->telegrams->truncated;
    case PUBLISH_FIGURE_NAME_ERR_ENCRYPTED:
        return self->counts->telegrams->encrypted;
    case PUBLISH_FIGURE_NAME_ERR_DECRYPTION:
        return self->counts->telegrams->decryption;
    case PUBLISH_FIGURE_NAME_TAGS_WRONG:
        return self->counts->telegrams->wrong_tags;
    case PUBLISH_FIGURE_NAME_ERR_FRAMING:
        return p1_serial_line_errors(PLATFORM_LINE_ERROR_FRAMING);
    case PUBLISH_FIGURE_NAME_ERR_PARITY:
        return p1_serial_line_errors(PLATFORM_LINE_ERROR_PARITY);
    case PUBLISH_FIGURE_NAME_ERR_OVERFLOW:
        return p1_serial_line_errors(PLATFORM_LINE_ERROR_OVERFLOW);
    case PUBLISH_FIGURE_NAME_ERR_NOISE:
        return self->counts->telegrams->noise;
    default:
        return self->counts->telegrams->skipped_lines;
    }
    TS_UNREACHABLE();
}
