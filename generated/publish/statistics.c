/* Made by ts2c from ts/publish/statistics.ts: change that file, not this one. */

#include "publish/statistics.h"

#define CLIENT_ID 0

#define MEM_FREE 1

#define CPU_TEMP 2

#define RX 3

#define TX 4

#define PUB 5

#define ERR 6

#define LINES_SKIPPED 7

#define SIMULATED 8

#define HISTORY_LOST 9

#define DONE 10

#define COLDEST (-273)

static bool publish_statistics_write(publish_statistics_t *self, uint8_t figure);
static bool publish_statistics_number(publish_statistics_t *self, ts_bytes name, uint32_t value);
static bool publish_statistics_temperature(publish_statistics_t *self);

void publish_device_counters_init(publish_device_counters_t *self)
{
    memset(self, 0, sizeof(*self));
}

void publish_statistics_init(publish_statistics_t *self, settings_settings_t *settings, publish_device_counters_t *counters, p1_counters_t *telegrams, publish_connection_t *connection, publish_message_t *message)
{
    memset(self, 0, sizeof(*self));
    self->next = DONE;
    self->settings = settings;
    self->counters = counters;
    self->telegrams = telegrams;
    self->connection = connection;
    self->message = message;
}

void publish_statistics_renew(publish_statistics_t *self, uint32_t now)
{
    self->last = now;
    self->next = CLIENT_ID;
}

bool publish_statistics_tick(publish_statistics_t *self, uint32_t now)
{
    const uint32_t interval = (uint32_t)ts_clamp(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_INTERVAL_STATISTICS) * 1000u, 0, INT64_C(4294967295));
    if (self->next == DONE && now - self->last >= interval) {
        publish_statistics_renew(self, now);
    }
    while (self->next < DONE) {
        const uint32_t figure = self->next;
        if (publish_statistics_write(self, (uint8_t)figure) && !publish_message_send(self->message)) {
            return false;
        }
        self->next = (uint8_t)(figure + 1u);
    }
    return true;
}

/** Writes the message for a figure. False when this device has no such figure. */
static bool publish_statistics_write(publish_statistics_t *self, uint8_t figure)
{
    publish_message_t *const message = self->message;
    publish_message_begin(message);
    ts2c_writer_text(&message->topic, TS_TEXT("sensor/"));
    switch (figure) {
    case CLIENT_ID:
        ts2c_writer_text(&message->topic, TS_TEXT("client_id"));
        ts2c_writer_bytes(&message->payload, publish_connection_client_id(self->connection));
        return true;
    case MEM_FREE:
        return publish_statistics_number(self, TS_TEXT("mem_free"), p1_system_free_memory());
    case CPU_TEMP:
        return publish_statistics_temperature(self);
    case RX:
        return publish_statistics_number(self, TS_TEXT("telegrams_rx"), self->telegrams->telegrams);
    case TX:
        return publish_statistics_number(self, TS_TEXT("telegrams_tx"), self->counters->sent);
    case PUB:
        return publish_statistics_number(self, TS_TEXT("telegrams_pub"), self->counters->published);
    case ERR:
        return publish_statistics_number(self, TS_TEXT("telegrams_err"), p1_counters_failures(self->telegrams));
    case LINES_SKIPPED:
        return publish_statistics_number(self, TS_TEXT("lines_skipped"), self->telegrams->skipped_lines);
    case SIMULATED:
        return settings_settings_on(self->settings, SETTINGS_SETTING_NAME_SIMULATOR) && publish_statistics_number(self, TS_TEXT("telegrams_simulated"), self->counters->simulated);
    case HISTORY_LOST:
        return publish_statistics_number(self, TS_TEXT("history_lost"), self->counters->history_lost);
    default:
        return false;
    }
    TS_UNREACHABLE();
}

static bool publish_statistics_number(publish_statistics_t *self, ts_bytes name, uint32_t value)
{
    ts2c_writer_text(&self->message->topic, name);
    ts2c_writer_int(&self->message->payload, value);
    return true;
}

static bool publish_statistics_temperature(publish_statistics_t *self)
{
    const int32_t degrees = p1_system_temperature();
    if (degrees < COLDEST) {
        return false;
    }
    ts2c_writer_text(&self->message->topic, TS_TEXT("cpu_temp"));
    ts2c_writer_int(&self->message->payload, degrees);
    return true;
}
