#include "drivers.h"

#include "esp_err.h"
#include "esp_log.h"
#include "events.h"
#include "p1_broker.h"
#include "p1_clock.h"
#include "p1_console.h"
#include "p1_download.h"
#include "p1_http.h"
#include "p1_lights.h"
#include "p1_names.h"
#include "p1_network.h"
#include "p1_passwords.h"
#include "p1_serial.h"
#include "p1_settings.h"
#include "p1_sockets.h"
#include "p1_system.h"
#include "p1_update.h"

static const char *TAG = "main";

static void on_serial(void)
{
    events_post(&(event_t){.kind = EVENT_SERIAL});
}

static void on_network(platform_network_event_t event)
{
    events_post(&(event_t){.kind = EVENT_NETWORK, .network = event});
}

static void on_names(platform_names_event_t event, uint32_t address)
{
    events_post(&(event_t){.kind = EVENT_NAMES, .names = {.event = event, .address = address}});
}

static void on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length,
                       bool is_guest)
{
    events_post(&(event_t){
        .kind = EVENT_REQUEST,
        .request = {.id = id, .method = method, .path = path, .fields = fields, .length = length, .is_guest = is_guest},
    });
}

static void on_http(uint32_t id, platform_http_event_t event, ts_bytes bytes)
{
    events_post(&(event_t){.kind = EVENT_HTTP, .http = {.id = id, .event = event, .bytes = bytes}});
}

static void on_settings(platform_settings_event_t event)
{
    events_post(&(event_t){.kind = EVENT_SETTINGS, .settings = event});
}

static void on_update(platform_update_event_t event)
{
    events_post(&(event_t){.kind = EVENT_UPDATE, .update = event});
}

static void on_broker(platform_broker_event_t event)
{
    events_post(&(event_t){.kind = EVENT_BROKER, .broker = event});
}

static void on_sockets(platform_sockets_event_t event)
{
    events_post(&(event_t){.kind = EVENT_SOCKETS, .sockets = event});
}

static void on_delivered(uint16_t id)
{
    events_post(&(event_t){.kind = EVENT_DELIVERED, .delivered = id});
}

static void on_message(ts_bytes topic, ts_bytes payload, bool retained)
{
    events_post(&(event_t){
        .kind = EVENT_MESSAGE,
        .message = {.topic = topic, .payload = payload, .retained = retained},
    });
}

static void on_derived(ts_bytes hash)
{
    events_post(&(event_t){.kind = EVENT_DERIVED, .derived = hash});
}

static void on_download(uint32_t id, platform_download_event_t event, ts_bytes bytes)
{
    events_post(&(event_t){.kind = EVENT_DOWNLOAD, .download = {.id = id, .event = event, .bytes = bytes}});
}

static void on_console(ts_bytes line)
{
    events_post(&(event_t){.kind = EVENT_CONSOLE, .console = line});
}

static void report(const char *what, esp_err_t error)
{
    if (error != ESP_OK) {
        ESP_LOGE(TAG, "%s: %s. The device runs without.", what, esp_err_to_name(error));
    }
}

void drivers_start(void)
{
    static const p1_http_events_t HTTP_EVENTS = {.request = on_request, .event = on_http};
    static const p1_broker_events_t BROKER_EVENTS = {
        .event = on_broker, .delivered = on_delivered, .message = on_message};
    report("The chip", p1_system_init());
    report("The lights", p1_lights_init());
    /* NVS is opened here, and the network needs it too; the network's stack comes before whatever has a socket. */
    report("The settings", p1_settings_init(on_settings));
    report("Updates", p1_update_init(on_update));
    report("The network", p1_network_init(on_network));
    report("The clock", p1_clock_init());
    report("Names", p1_names_init(on_names));
    p1_download_init(on_download);
    report("Passwords", p1_passwords_init(on_derived));
    report("The HTTP server", p1_http_init(&HTTP_EVENTS));
    report("The port for telegrams", p1_sockets_init(on_sockets));
    report("The broker", p1_broker_init(&BROKER_EVENTS));
    report("The serial port", p1_serial_init(on_serial));
    report("The console", p1_console_init(on_console));
}
