/* Made by ts2c from ts/platform/broker.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * What happened to the connection. `connected` follows a successful `connect`; `lost` ends a connection that stood;
 * every other one says why an attempt failed: `untrusted`: the certificate is not what {@link Security} wants.
 */
typedef enum TS_NARROW {
    PLATFORM_BROKER_EVENT_CONNECTED,
    PLATFORM_BROKER_EVENT_LOST,
    PLATFORM_BROKER_EVENT_WRONG_LOGIN,
    PLATFORM_BROKER_EVENT_REFUSED,
    PLATFORM_BROKER_EVENT_UNREACHABLE,
    PLATFORM_BROKER_EVENT_UNKNOWN_HOST,
    PLATFORM_BROKER_EVENT_TIMEOUT,
    PLATFORM_BROKER_EVENT_TLS_FAILED,
    PLATFORM_BROKER_EVENT_UNTRUSTED,
} platform_broker_event_t;

/** The text of each. */
extern const ts_bytes platform_broker_event_texts[9];

/**
 * Who else can read the connection. `plain`: everybody on its way. `tls`: nobody, and the broker is who it says it is: its
 * certificate is for the name that it was asked by, is not over, and was signed by an authority that the driver knows: that in
 * `broker_ca` (see the driver `settings`), without one the usual ones. A broker that asks who the device is gets `broker_identity`.
 * `tls-unverified`: nobody, but whoever answers.
 */
typedef enum TS_NARROW {
    PLATFORM_SECURITY_PLAIN,
    PLATFORM_SECURITY_TLS,
    PLATFORM_SECURITY_TLS_UNVERIFIED,
} platform_security_t;

/**
 * Sets the last will of the connections that begin from now on: when one breaks, the broker publishes `payload` on `topic`,
 * retained, with QoS 1. An empty `topic` means none. Source: MQTT 3.1.1, 3.1.2.5.
 */
void p1_broker_last_will(ts_bytes topic, ts_bytes payload);

/**
 * Starts one attempt to connect; exactly one event answers it. The driver makes no attempts of its own: when to try again is the
 * device's decision. An empty `user` means no login. `host` may be an address that stands for `name`, the host as
 * somebody typed it: that is what the broker's certificate has to be for.
 */
void p1_broker_connect(ts_bytes host, uint16_t port, platform_security_t security, ts_bytes name, ts_bytes client_id, ts_bytes user, ts_bytes password, uint16_t keepalive_seconds);

/**
 * Queues one message. False when the queue is full or there is no connection: nothing of it is kept, so offer it again. At most 16
 * messages of QoS 2 are on their way: of more than 20 mosquitto 2.0.11 loses some, though it acknowledges all.
 */
bool p1_broker_publish(ts_bytes topic, ts_bytes payload, bool retain, uint8_t qos);

/**
 * Queues one message with QoS 1, not retained, and gives the number by which `onDelivered` tells that the broker has
 * acknowledged it; 0 when it is not taken, as with `publish`. What was not acknowledged when the connection ends never is.
 */
uint16_t p1_broker_deliver(ts_bytes topic, ts_bytes payload);

/**
 * Asks for the messages on `topic`, at most once each, until the connection ends. They come as `onMessage`; of a payload
 * at most the first 256 bytes. False as with `publish`.
 */
bool p1_broker_subscribe(ts_bytes topic);

/**
 * Ends the connection, or the attempt, without an event and without the last will. What was queued before still goes out
 * where the connection takes it at once.
 */
void p1_broker_disconnect(void);
