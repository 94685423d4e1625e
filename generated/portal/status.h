/* Made by ts2c from ts/portal/status.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/network.h"
#include "platform/system.h"
#include "counts.h"
#include "network/network.h"
#include "network/address.h"
#include "publish/connection.h"
#include "update/trial.h"
#include "portal/login.h"

/** The parts of the device that have something to tell. */
typedef struct {
    network_network_t *network;
    publish_connection_t *connection;
    counts_counts_t *counts;
    update_trial_t *trial;
} portal_status_report_t;

/** Makes a new `StatusReport` at `self`. */
void portal_status_report_init(portal_status_report_t *self, network_network_t *network, publish_connection_t *connection, counts_counts_t *counts, update_trial_t *trial);

/** Writes one JSON object, for a reader whose login stands like that. */
void portal_status_report_write(portal_status_report_t *self, ts2c_writer_t *out, portal_login_state_t login);
