/*
 * What main/ has on either side of it, for its test: drivers that note what is called and do what the test says, and
 * the device's entries, which note what they are told.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "p1_broker.h"
#include "p1_console.h"
#include "p1_download.h"
#include "p1_http.h"
#include "p1_names.h"
#include "p1_network.h"
#include "p1_passwords.h"
#include "p1_serial.h"
#include "p1_settings.h"
#include "p1_sockets.h"
#include "p1_update.h"

/* What the drivers were given to call. */
typedef struct {
    p1_serial_readable_t serial;
    p1_network_changed_t network;
    p1_names_answered_t names;
    p1_http_events_t http;
    p1_settings_done_t settings;
    p1_update_done_t update;
    p1_download_event_t download;
    p1_broker_events_t broker;
    p1_sockets_happened_t sockets;
    p1_passwords_derived_t passwords;
    p1_console_line_t console;
} drivers_t;

extern drivers_t drivers;

/* How many bytes wait at the serial port. */
extern size_t drivers_serial_bytes;
/* The device wants to restart. */
extern bool drivers_restart;
/* The next entry takes so many milliseconds. */
extern uint32_t drivers_slow_entry;
/* What onTick does besides. */
extern void (*drivers_in_tick)(void);
