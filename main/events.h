/*
 * What happened, on its way from the drivers' tasks to the one that owns the device. Bytes in an event belong to the
 * driver that told of it, and stay where they are until the device has seen them.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "platform/broker.h"
#include "platform/download.h"
#include "platform/http.h"
#include "platform/names.h"
#include "platform/network.h"
#include "platform/settings.h"
#include "platform/sockets.h"
#include "platform/update.h"

/* Events that may wait. Drivers wait for room in the queue; none of them has more than a few events at a time. */
#define EVENTS_WAITING 32

typedef enum {
    EVENT_SERIAL,
    EVENT_NETWORK,
    EVENT_NAMES,
    EVENT_REQUEST,
    EVENT_HTTP,
    EVENT_SETTINGS,
    EVENT_UPDATE,
    EVENT_BROKER,
    EVENT_SOCKETS,
    EVENT_DELIVERED,
    EVENT_MESSAGE,
    EVENT_DERIVED,
    EVENT_DOWNLOAD,
    EVENT_CONSOLE,
} event_kind_t;

typedef struct {
    event_kind_t kind;
    union {
        platform_network_event_t network;
        struct {
            platform_names_event_t event;
            uint32_t address;
        } names;
        struct {
            uint32_t id;
            platform_method_t method;
            ts_bytes path;
            ts_bytes fields;
            uint32_t length;
            bool is_guest;
        } request;
        struct {
            uint32_t id;
            platform_http_event_t event;
            ts_bytes bytes;
        } http;
        platform_settings_event_t settings;
        platform_update_event_t update;
        platform_broker_event_t broker;
        platform_sockets_event_t sockets;
        uint16_t delivered;
        struct {
            ts_bytes topic;
            ts_bytes payload;
            bool retained;
        } message;
        ts_bytes derived;
        struct {
            uint32_t id;
            platform_download_event_t event;
            ts_bytes bytes;
        } download;
        ts_bytes console;
    };
} event_t;

/* Makes the queue, before the first driver starts. */
void events_init(void);

/* Says who takes the events: what that task tells itself never waits for room. */
void events_set_owner(TaskHandle_t owner);

/* Puts an event into the queue. Any task may call it; it waits while the queue is full. */
void events_post(const event_t *event);

/* Takes the next event. False when none came for so many ticks. */
bool events_take(event_t *event, TickType_t ticks);
