/* Made by ts2c from ts/device.ts: change that file, not this one. */

#include "device.h"
#include "program.h"

static inline settings_setting_result_t configure(ts_bytes name, ts_bytes value);
static inline void start_in_device(void);
static inline void on_serial(ts_bytes bytes);
static inline void on_tick(void);
static inline void on_network(platform_network_event_t event);
static inline void on_names(platform_names_event_t event, uint32_t address);
static inline void on_console(ts_bytes line);
static inline void on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length, bool is_guest);
static inline void on_http(uint32_t id, platform_http_event_t event, ts_bytes bytes);
static inline void on_derived(ts_bytes hash);
static inline void on_settings(platform_settings_event_t event);
static inline void on_update(platform_update_event_t event);
static inline void on_download(uint32_t id, platform_download_event_t event, ts_bytes bytes);
static inline void on_broker(platform_broker_event_t event);
static inline void on_sockets(platform_sockets_event_t event);
static inline void on_delivered(uint16_t id);
static inline void on_message(ts_bytes topic, ts_bytes payload, bool retained);
static inline void stop(void);
static inline uint32_t counter(counts_counter_t which);

static assembly_device_t device;

void device_module_init(void)
{
    assembly_device_init(&device);
}

/**
 * Sets one setting, by name, from text; before {@link start}, or while the device runs and keeps it. The log says why a value is not
 * allowed.
 */
static inline settings_setting_result_t configure(ts_bytes name, ts_bytes value)
{
    return assembly_device_configure(&device, name, value);
}

settings_setting_result_t device_configure(ts_bytes name, ts_bytes value)
{
    TS_ASSERT(name.length <= 2147483647, "device.ts:27");
    TS_ASSERT(value.length <= 2147483647, "device.ts:27");
    p1_enter("device.ts:27");
    const settings_setting_result_t result = configure(name, value);
    p1_leave();
    return result;
}

/** Power-up: to be called once, after the settings were handed in. */
static inline void start_in_device(void)
{
    assembly_device_power_up(&device);
}

void device_start(void)
{
    p1_enter("device.ts:32");
    start_in_device();
    p1_leave();
}

/** Bytes from the meter, as they came. The driver may reuse them when this returns. */
static inline void on_serial(ts_bytes bytes)
{
    assembly_device_take_bytes(&device, bytes);
}

void device_on_serial(ts_bytes bytes)
{
    TS_ASSERT(bytes.length <= 2147483647, "device.ts:37");
    p1_enter("device.ts:37");
    on_serial(bytes);
    p1_leave();
}

/** Time has passed. To be called about ten times a second: whatever waits for time or for room in a queue goes on here. */
static inline void on_tick(void)
{
    assembly_device_tick(&device);
}

void device_on_tick(void)
{
    p1_enter("device.ts:42");
    on_tick();
    p1_leave();
}

/** The answer to `network.join` or `network.scan`, or the network was lost. */
static inline void on_network(platform_network_event_t event)
{
    assembly_device_take_network(&device, event);
}

void device_on_network(platform_network_event_t event)
{
    TS_ASSERT((unsigned)event <= 7, "device.ts:47");
    p1_enter("device.ts:47");
    on_network(event);
    p1_leave();
}

/** The answer to `names.lookUp`; `address` is the IPv4 address as a number, 0 where nobody answered. */
static inline void on_names(platform_names_event_t event, uint32_t address)
{
    if (!network_own_name_on_name(&device.own_name, event, address)) {
        publish_connection_on_name(&device.connection, event, address, p1_clock_millis());
    }
}

void device_on_names(platform_names_event_t event, uint32_t address)
{
    TS_ASSERT((unsigned)event <= 1, "device.ts:52");
    p1_enter("device.ts:52");
    on_names(event, address);
    p1_leave();
}

/**
 * Somebody typed a line at the serial console; it comes without its end. Of one that is longer than 320 bytes it is enough that 321
 * come. Or a program sent a packet, as `platform/console.ts` describes it. The driver may reuse the bytes when this returns.
 */
static inline void on_console(ts_bytes line)
{
    if (console_is_improv(line)) {
        console_improv_take(&device.improv, line, p1_clock_millis());
    } else {
        console_console_on_line(&device.console, line, p1_clock_millis());
    }
}

void device_on_console(ts_bytes line)
{
    TS_ASSERT(line.length <= 2147483647, "device.ts:62");
    p1_enter("device.ts:62");
    on_console(line);
    p1_leave();
}

/** A request to the HTTP server, as `portal/request.ts` describes it. The driver may reuse the bytes when this returns. */
static inline void on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length, bool is_guest)
{
    portal_portal_on_request(&device.portal, id, (portal_request_t){.method = method, .path = path, .fields = fields, .length = length, .is_guest = is_guest}, p1_clock_millis());
}

void device_on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length, bool is_guest)
{
    TS_ASSERT((unsigned)method <= 1, "device.ts:71");
    TS_ASSERT(path.length <= 2147483647, "device.ts:71");
    TS_ASSERT(fields.length <= 2147483647, "device.ts:71");
    p1_enter("device.ts:71");
    on_request(id, method, path, fields, length, is_guest);
    p1_leave();
}

/** What follows a request; `bytes` belong to the event `body`. */
static inline void on_http(uint32_t id, platform_http_event_t event, ts_bytes bytes)
{
    portal_portal_on_http(&device.portal, id, event, bytes, p1_clock_millis());
}

void device_on_http(uint32_t id, platform_http_event_t event, ts_bytes bytes)
{
    TS_ASSERT((unsigned)event <= 2, "device.ts:83");
    TS_ASSERT(bytes.length <= 2147483647, "device.ts:83");
    p1_enter("device.ts:83");
    on_http(id, event, bytes);
    p1_leave();
}

/** The answer to `passwords.derive`: its 32 bytes; none where that failed. */
static inline void on_derived(ts_bytes hash)
{
    portal_portal_on_derived(&device.portal, hash, p1_clock_millis());
}

void device_on_derived(ts_bytes hash)
{
    TS_ASSERT(hash.length <= 2147483647, "device.ts:88");
    p1_enter("device.ts:88");
    on_derived(hash);
    p1_leave();
}

/** The answer to `settings.write`. */
static inline void on_settings(platform_settings_event_t event)
{
    portal_certificates_on_settings(&device.certificates, event);
}

void device_on_settings(platform_settings_event_t event)
{
    TS_ASSERT((unsigned)event <= 1, "device.ts:93");
    p1_enter("device.ts:93");
    on_settings(event);
    p1_leave();
}

/** The answer to a call of the update driver. */
static inline void on_update(platform_update_event_t event)
{
    portal_portal_on_update(&device.portal, event, p1_clock_millis());
}

void device_on_update(platform_update_event_t event)
{
    TS_ASSERT((unsigned)event <= 5, "device.ts:98");
    p1_enter("device.ts:98");
    on_update(event);
    p1_leave();
}

/** What happened to a download. The driver may reuse the bytes, which belong to the event `part`, when this returns. */
static inline void on_download(uint32_t id, platform_download_event_t event, ts_bytes bytes)
{
    update_pull_on_download(&device.pull, id, event, bytes, p1_clock_millis());
}

void device_on_download(uint32_t id, platform_download_event_t event, ts_bytes bytes)
{
    TS_ASSERT((unsigned)event <= 8, "device.ts:103");
    TS_ASSERT(bytes.length <= 2147483647, "device.ts:103");
    p1_enter("device.ts:103");
    on_download(id, event, bytes);
    p1_leave();
}

/** The answer to `broker.connect`, or a connection was lost. */
static inline void on_broker(platform_broker_event_t event)
{
    publish_publishing_on_broker(&device.publishing, event, p1_clock_millis());
}

void device_on_broker(platform_broker_event_t event)
{
    TS_ASSERT((unsigned)event <= 8, "device.ts:108");
    p1_enter("device.ts:108");
    on_broker(event);
    p1_leave();
}

/** Something happened at the port for telegrams. */
static inline void on_sockets(platform_sockets_event_t event)
{
    splitter_telegram_port_tell(&device.telegram_port, event);
}

void device_on_sockets(platform_sockets_event_t event)
{
    TS_ASSERT((unsigned)event <= 4, "device.ts:113");
    p1_enter("device.ts:113");
    on_sockets(event);
    p1_leave();
}

/** The broker has acknowledged the message to which `broker.deliver` gave that number. */
static inline void on_delivered(uint16_t id)
{
    publish_publishing_on_delivered(&device.publishing, id, p1_clock_millis());
}

void device_on_delivered(uint16_t id)
{
    p1_enter("device.ts:118");
    on_delivered(id);
    p1_leave();
}

/**
 * A message from the broker on a topic that was asked for; `retained` says that it is an old one which the broker kept.
 * The driver may reuse the bytes when this returns.
 */
static inline void on_message(ts_bytes topic, ts_bytes payload, bool retained)
{
    publish_publishing_on_message(&device.publishing, topic, payload, retained, p1_clock_millis());
}

void device_on_message(ts_bytes topic, ts_bytes payload, bool retained)
{
    TS_ASSERT(topic.length <= 2147483647, "device.ts:126");
    TS_ASSERT(payload.length <= 2147483647, "device.ts:126");
    p1_enter("device.ts:126");
    on_message(topic, payload, retained);
    p1_leave();
}

/** The device is about to be switched off or restarted: the broker is told. Nothing else is to be called afterwards. */
static inline void stop(void)
{
    assembly_device_leave(&device);
}

void device_stop(void)
{
    p1_enter("device.ts:131");
    stop();
    p1_leave();
}

/** How often something happened since start. Goes round to 0 after 2^32 − 1. */
static inline uint32_t counter(counts_counter_t which)
{
    return counts_counts_count(&device.counts, which);
}

uint32_t device_counter(counts_counter_t which)
{
    TS_ASSERT((unsigned)which <= 9, "device.ts:136");
    p1_enter("device.ts:136");
    const uint32_t result = counter(which);
    p1_leave();
    return result;
}
