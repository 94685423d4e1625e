/**
 * @file
 * @brief The connection to the MQTT broker: Espressif's `esp-mqtt`, behind a task of its own, since a call of it waits
 * while it connects.
 *
 * What the device calls (`p1_broker_connect` and the rest) is declared in `platform/broker.h`, which is made from
 * `ts/platform/broker.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/broker.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Messages that may wait for the broker, and their bytes; both bound what the driver takes from the heap. */
#define P1_BROKER_OUTBOX_MESSAGES 48
#define P1_BROKER_OUTBOX_BYTES    32768

/**
 * @brief What the driver tells. Called by its own task, `delivered` and `message` by that of esp-mqtt.
 */
typedef struct {
    /** How an attempt ended, or that a connection did. */
    void (*event)(platform_broker_event_t event);
    /** The broker has acknowledged the message that `p1_broker_deliver` gave this number. */
    void (*delivered)(uint16_t id);
    /** A message came. The bytes stay where they are until `p1_broker_message_done`; one that comes before is left out.
     */
    void (*message)(ts_bytes topic, ts_bytes payload, bool retained);
} p1_broker_events_t;

/**
 * @brief Starts the task. Nothing is connected yet.
 *
 * @param events what to call
 * @return ESP_OK
 */
esp_err_t p1_broker_init(const p1_broker_events_t *events);

/** @brief The device has read the message that it was told of. */
void p1_broker_message_done(void);

#ifdef __cplusplus
}
#endif
