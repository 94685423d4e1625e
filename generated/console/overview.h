/* Made by ts2c from ts/console/overview.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/network.h"
#include "counts.h"
#include "network/address.h"
#include "network/network.h"
#include "portal/password.h"
#include "publish/connection.h"
#include "update/trial.h"

/** The parts of the device that have something to tell. */
typedef struct {
    network_network_t *network;
    publish_connection_t *connection;
    counts_counts_t *counts;
    update_trial_t *trial;
    portal_password_t *password;
} console_overview_t;

/** Makes a new `Overview` at `self`. */
TS_SHARED void console_overview_init(console_overview_t *self, network_network_t *network, publish_connection_t *connection, counts_counts_t *counts, update_trial_t *trial, portal_password_t *password);

/** Writes it, a sentence on each line. */
TS_SHARED void console_overview_write(console_overview_t *self, ts2c_writer_t *out, uint32_t now);

/** Writes how the network stands, and what becomes of a Wi-Fi that is being tried. */
TS_SHARED void console_overview_write_network(console_overview_t *self, ts2c_writer_t *out);
