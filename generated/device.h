/* Made by ts2c from ts/device.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/broker.h"
#include "platform/clock.h"
#include "platform/download.h"
#include "platform/http.h"
#include "platform/names.h"
#include "platform/network.h"
#include "platform/settings.h"
#include "platform/sockets.h"
#include "platform/update.h"
#include "assembly.h"
#include "console/improv.h"
#include "counts.h"
#include "settings/settings.h"

/** Runs the module's top-level code. */
TS_SHARED void device_module_init(void);

/**
 * Sets one setting, by name, from text; before {@link start}, or while the device runs and keeps it. The log says why a value is not
 * allowed.
 */
settings_setting_result_t device_configure(ts_bytes name, ts_bytes value);

/** Power-up: to be called once, after the settings were handed in. */
void device_start(void);

/** Bytes from the meter, as they came. The driver may reuse them when this returns. */
void device_on_serial(ts_bytes bytes);

/** Time has passed. To be called about ten times a second: whatever waits for time or for room in a queue goes on here. */
void device_on_tick(void);

/** The answer to `network.join` or `network.scan`, or the network was lost. */
void device_on_network(platform_network_event_t event);

/** The answer to `names.lookUp`; `address` is the IPv4 address as a number, 0 where nobody answered. */
void device_on_names(platform_names_event_t event, uint32_t address);

/**
 * Somebody typed a line at the serial console; it comes without its end. Of one that is longer than 320 bytes it is enough that 321
 * come. Or a program sent a packet, as `platform/console.ts` describes it. The driver may reuse the bytes when this returns.
 */
void device_on_console(ts_bytes line);

/** A request to the HTTP server, as `portal/request.ts` describes it. The driver may reuse the bytes when this returns. */
void device_on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length, bool is_guest);

/** What follows a request; `bytes` belong to the event `body`. */
void device_on_http(uint32_t id, platform_http_event_t event, ts_bytes bytes);

/** The answer to `passwords.derive`: its 32 bytes; none where that failed. */
void device_on_derived(ts_bytes hash);

/** The answer to `settings.write`. */
void device_on_settings(platform_settings_event_t event);

/** The answer to a call of the update driver. */
void device_on_update(platform_update_event_t event);

/** What happened to a download. The driver may reuse the bytes, which belong to the event `part`, when this returns. */
void device_on_download(uint32_t id, platform_download_event_t event, ts_bytes bytes);

/** The answer to `broker.connect`, or a connection was lost. */
void device_on_broker(platform_broker_event_t event);

/** Something happened at the port for telegrams. */
void device_on_sockets(platform_sockets_event_t event);

/** The broker has acknowledged the message to which `broker.deliver` gave that number. */
void device_on_delivered(uint16_t id);

/**
 * A message from the broker on a topic that was asked for; `retained` says that it is an old one which the broker kept.
 * The driver may reuse the bytes when this returns.
 */
void device_on_message(ts_bytes topic, ts_bytes payload, bool retained);

/** The device is about to be switched off or restarted: the broker is told. Nothing else is to be called afterwards. */
void device_stop(void);

/** How often something happened since start. Goes round to 0 after 2^32 − 1. */
uint32_t device_counter(counts_counter_t which);
