/* Made by ts2c from ts/network/last-resort.ts: change that file, not this one. */

#include "network/last-resort.h"

#define RESETS 4

#define HOUR_MS 3600000

#define DAY_MS 86400000

#define NOTE_MS 1000

static inline bool network_last_resort_is_due(network_last_resort_t *self, uint32_t now);
static inline bool network_last_resort_may_restart(network_last_resort_t *self);
static inline void network_last_resort_leave(network_last_resort_t *self, uint32_t now);

void network_last_resort_init(network_last_resort_t *self, network_network_t *network, publish_history_t *history, update_trial_t *trial, update_installation_t *installation)
{
    memset(self, 0, sizeof(*self));
    self->network = network;
    self->history = history;
    self->trial = trial;
    self->installation = installation;
    self->note = trial->note;
}

void network_last_resort_tick(network_last_resort_t *self, uint32_t now)
{
    if (self->is_leaving) {
        network_last_resort_leave(self, now);
    } else if (network_network_is_up(self->network)) {
        self->lost_at = now;
    } else if (network_last_resort_is_due(self, now) && network_last_resort_may_restart(self)) {
        self->is_leaving = true;
        self->leaves_at = now;
        update_note_count_network_restart(self->note);
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The network stays away, whatever was done to its interface: the device restarts."));
    }
}

static inline bool network_last_resort_is_due(network_last_resort_t *self, uint32_t now)
{
    const uint32_t patience = (uint32_t)(publish_history_is_waiting(self->history) ? DAY_MS : HOUR_MS);
    return network_network_resets_since_lost(self->network) >= RESETS && now - self->lost_at >= patience;
}

/** A restart ends an update and its trial, and whoever is at the access point loses it. */
static inline bool network_last_resort_may_restart(network_last_resort_t *self)
{
    return !update_trial_is_running(self->trial) && !update_installation_is_busy(self->installation) && !network_access_point_has_guests(self->network->access_point);
}

static inline void network_last_resort_leave(network_last_resort_t *self, uint32_t now)
{
    if (now - self->leaves_at >= NOTE_MS) {
        self->is_leaving = false;
        self->lost_at = now;
        p1_system_restart();
    }
}
