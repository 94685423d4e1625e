#include "drivers.h"

#include <string.h>

#include "device.h"
#include "freertos/task.h"
#include "p1_clock.h"
#include "p1_lights.h"
#include "p1_log.h"
#include "p1_system.h"
#include "program.h"
#include "stand_in.h"

drivers_t drivers;
size_t drivers_serial_bytes;
bool drivers_restart;
uint32_t drivers_slow_entry;
void (*drivers_in_tick)(void);

/* The drivers. */

void p1_log_init(void)
{
    idf_note("log");
}

esp_err_t p1_system_init(void)
{
    IDF_MAY_FAIL();
    idf_note("system");
    return ESP_OK;
}

bool p1_system_restart_wanted(void)
{
    return drivers_restart;
}

esp_err_t p1_lights_init(void)
{
    IDF_MAY_FAIL();
    idf_note("lights");
    return ESP_OK;
}

esp_err_t p1_clock_init(void)
{
    IDF_MAY_FAIL();
    idf_note("clock");
    return ESP_OK;
}

esp_err_t p1_settings_init(p1_settings_done_t done)
{
    IDF_MAY_FAIL();
    drivers.settings = done;
    idf_note("settings");
    return ESP_OK;
}

esp_err_t p1_update_init(p1_update_done_t done)
{
    IDF_MAY_FAIL();
    drivers.update = done;
    idf_note("update");
    return ESP_OK;
}

void p1_download_init(p1_download_event_t event)
{
    drivers.download = event;
    idf_note("download");
}

esp_err_t p1_network_init(p1_network_changed_t changed)
{
    IDF_MAY_FAIL();
    drivers.network = changed;
    idf_note("network");
    return ESP_OK;
}

esp_err_t p1_names_init(p1_names_answered_t answered)
{
    IDF_MAY_FAIL();
    drivers.names = answered;
    idf_note("names");
    return ESP_OK;
}

esp_err_t p1_passwords_init(p1_passwords_derived_t derived)
{
    IDF_MAY_FAIL();
    drivers.passwords = derived;
    idf_note("passwords");
    return ESP_OK;
}

esp_err_t p1_http_init(const p1_http_events_t *events)
{
    IDF_MAY_FAIL();
    drivers.http = *events;
    idf_note("http");
    return ESP_OK;
}

void p1_http_end(uint32_t request)
{
    idf_note("p1_http_end %u", (unsigned)request);
}

esp_err_t p1_sockets_init(p1_sockets_happened_t happened)
{
    IDF_MAY_FAIL();
    drivers.sockets = happened;
    idf_note("sockets");
    return ESP_OK;
}

esp_err_t p1_broker_init(const p1_broker_events_t *events)
{
    IDF_MAY_FAIL();
    drivers.broker = *events;
    idf_note("broker");
    return ESP_OK;
}

void p1_broker_message_done(void)
{
    idf_note("p1_broker_message_done");
}

esp_err_t p1_console_init(p1_console_line_t typed)
{
    IDF_MAY_FAIL();
    drivers.console = typed;
    idf_note("console");
    return ESP_OK;
}

void p1_console_done(void)
{
    idf_note("p1_console_done");
}

esp_err_t p1_serial_init(p1_serial_readable_t readable)
{
    IDF_MAY_FAIL();
    drivers.serial = readable;
    idf_note("serial");
    return ESP_OK;
}

size_t p1_serial_read(uint8_t *bytes, size_t size)
{
    const size_t length = drivers_serial_bytes < size ? drivers_serial_bytes : size;
    memset(bytes, 'x', length);
    drivers_serial_bytes -= length;
    return length;
}

/* The device. */

static void take_time(void)
{
    const uint32_t milliseconds = drivers_slow_entry;
    drivers_slow_entry = 0;
    if (milliseconds > 0) {
        vTaskDelay(pdMS_TO_TICKS(milliseconds));
    }
}

void p1_init_device(void)
{
    idf_note("p1_init_device");
}

void device_start(void)
{
    idf_note("device_start");
}

void device_stop(void)
{
    idf_note("device_stop");
}

void device_on_tick(void)
{
    idf_note("tick");
    take_time();
    if (drivers_in_tick != NULL) {
        drivers_in_tick();
    }
}

void device_on_serial(ts_bytes bytes)
{
    idf_note("serial %u", (unsigned)bytes.length);
}

void device_on_network(platform_network_event_t event)
{
    idf_note("network %d", (int)event);
    take_time();
}

void device_on_names(platform_names_event_t event, uint32_t address)
{
    idf_note("names %d %08x", (int)event, (unsigned)address);
}

void device_on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length,
                       bool is_guest)
{
    idf_note("request %u %d %.*s %.*s %u%s", (unsigned)id, (int)method, (int)path.length, (const char *)path.data,
             (int)fields.length, (const char *)fields.data, (unsigned)length, is_guest ? " guest" : "");
}

void device_on_http(uint32_t id, platform_http_event_t event, ts_bytes bytes)
{
    idf_note("http %u %d %u", (unsigned)id, (int)event, (unsigned)bytes.length);
}

void device_on_settings(platform_settings_event_t event)
{
    idf_note("settings %d", (int)event);
}

void device_on_console(ts_bytes line)
{
    idf_note("console %.*s", (int)line.length, (const char *)line.data);
}

void device_on_download(uint32_t id, platform_download_event_t event, ts_bytes bytes)
{
    idf_note("download %u %d %u", (unsigned)id, (int)event, (unsigned)bytes.length);
}

void device_on_update(platform_update_event_t event)
{
    idf_note("update %d", (int)event);
}

void device_on_broker(platform_broker_event_t event)
{
    idf_note("broker %d", (int)event);
}

void device_on_sockets(platform_sockets_event_t event)
{
    idf_note("sockets %d", (int)event);
}

void device_on_delivered(uint16_t id)
{
    idf_note("delivered %u", id);
}

void device_on_message(ts_bytes topic, ts_bytes payload, bool retained)
{
    idf_note("message %.*s %.*s %d", (int)topic.length, (const char *)topic.data, (int)payload.length,
             (const char *)payload.data, retained);
}

void device_on_derived(ts_bytes hash)
{
    idf_note("derived %u", (unsigned)hash.length);
}
