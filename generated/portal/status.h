/* Made by ts2c from ts/portal/status.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/network.h"
#include "platform/system.h"
#include "counts.h"
#include "lights/lights.h"
#include "lights/strip.h"
#include "network/network.h"
#include "network/address.h"
#include "publish/connection.h"
#include "publish/statistics.h"
#include "restart.h"
#include "settings/settings.h"
#include "update/note.h"
#include "update/pull.h"

/** The parts of the device that have something to tell. */
typedef struct {
    settings_settings_t *settings;
    network_network_t *network;
    publish_connection_t *connection;
    counts_counts_t *counts;
    publish_statistics_t *statistics;
    lights_lights_t *lights;
    restart_restart_t *restart;
    update_pull_t *pull;
    update_note_t *note;
} portal_status_report_t;

/** Makes a new `StatusReport` at `self`. */
TS_SHARED void portal_status_report_init(portal_status_report_t *self, network_network_t *network, publish_connection_t *connection, publish_statistics_t *statistics, lights_lights_t *lights, restart_restart_t *restart, update_pull_t *pull);

/** Writes a JSON object without its end, so that more may follow. */
TS_SHARED void portal_status_report_write(portal_status_report_t *self, ts2c_writer_t *out, uint32_t now);
