/* Made by ts2c from ts/network/last-resort.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/system.h"
#include "publish/history.h"
#include "update/installation.h"
#include "update/note.h"
#include "update/trial.h"
#include "network/network.h"

/** Watches the network. */
typedef struct {
    network_network_t *network;
    publish_history_t *history;
    update_trial_t *trial;
    update_installation_t *installation;
    update_note_t *note;
    uint32_t lost_at;
    bool is_leaving;
    uint32_t leaves_at;
} network_last_resort_t;

/** Makes a new `LastResort` at `self`. */
TS_SHARED void network_last_resort_init(network_last_resort_t *self, network_network_t *network, publish_history_t *history, update_trial_t *trial, update_installation_t *installation);

TS_SHARED void network_last_resort_tick(network_last_resort_t *self, uint32_t now);
