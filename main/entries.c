#include "entries.h"

#include "device.h"
#include "p1_broker.h"
#include "p1_console.h"
#include "p1_http.h"
#include "p1_serial.h"

/* How many bytes from the meter the device sees at a time. */
#define SERIAL_PART 512

/* All that has arrived: the driver tells again only of what comes after it was emptied. */
static void take_serial(void)
{
    static uint8_t part[SERIAL_PART];
    size_t length = 0;
    do {
        length = p1_serial_read(part, sizeof part);
        if (length > 0) {
            device_on_serial((ts_bytes){.data = part, .length = (uint32_t)length});
        }
    } while (length == sizeof part);
}

void entries_call(const event_t *event)
{
    switch (event->kind) {
    case EVENT_SERIAL:
        take_serial();
        break;
    case EVENT_NETWORK:
        device_on_network(event->network);
        break;
    case EVENT_NAMES:
        device_on_names(event->names.event, event->names.address);
        break;
    case EVENT_REQUEST:
        device_on_request(event->request.id, event->request.method, event->request.path, event->request.fields,
                          event->request.length, event->request.is_guest);
        break;
    case EVENT_HTTP:
        device_on_http(event->http.id, event->http.event, event->http.bytes);
        if (event->http.event == PLATFORM_HTTP_EVENT_CLOSED) {
            p1_http_end(event->http.id);
        }
        break;
    case EVENT_SETTINGS:
        device_on_settings(event->settings);
        break;
    case EVENT_UPDATE:
        device_on_update(event->update);
        break;
    case EVENT_BROKER:
        device_on_broker(event->broker);
        break;
    case EVENT_SOCKETS:
        device_on_sockets(event->sockets);
        break;
    case EVENT_DELIVERED:
        device_on_delivered(event->delivered);
        break;
    case EVENT_MESSAGE:
        device_on_message(event->message.topic, event->message.payload, event->message.retained);
        p1_broker_message_done();
        break;
    case EVENT_DERIVED:
        device_on_derived(event->derived);
        break;
    case EVENT_DOWNLOAD:
        device_on_download(event->download.id, event->download.event, event->download.bytes);
        break;
    case EVENT_CONSOLE:
        device_on_console(event->console);
        p1_console_done();
        break;
    }
}
