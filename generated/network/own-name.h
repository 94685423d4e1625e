/* Made by ts2c from ts/network/own-name.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/http.h"
#include "platform/log.h"
#include "platform/names.h"
#include "platform/names.h"
#include "platform/network.h"
#include "chip-id.h"
#include "neighbours/homewizard-service.h"
#include "scratch.h"
#include "settings/settings.h"

/** Asks for it and announces it. */
typedef struct {
    settings_settings_t *settings;
    scratch_scratch_t *scratch;
    bool asking;
    /** Whether the home knows the name, and that HomeWizard's clients find the device. */
    bool is_announced;
    bool is_offered;
    /** Whether somebody else answered to it. */
    bool is_taken;
    uint8_t other_memory[32];
    ts2c_writer_t other;
} network_own_name_t;

/** Makes a new `OwnName` at `self`. */
TS_SHARED void network_own_name_init(network_own_name_t *self, settings_settings_t *settings, scratch_scratch_t *scratch);

/** The network is up: who goes by the name? */
TS_SHARED void network_own_name_ask(network_own_name_t *self);

/** Whether the answer is still to come: the driver has one question at a time. */
TS_SHARED bool network_own_name_is_asking(network_own_name_t *self);

/** The name that is nobody else's: as set, `_`, and the chip's number. */
TS_SHARED ts_bytes network_own_name_proposal(network_own_name_t *self);

/** The name by which the home finds the device. */
TS_SHARED ts_bytes network_own_name_name(network_own_name_t *self);

/** Somebody answered, or nobody did. False where that is not about this name. */
TS_SHARED bool network_own_name_on_name(network_own_name_t *self, platform_names_event_t event, uint32_t address);

/** Shows the home what HomeWizard's clients look for, or takes it back, as the setting says. */
TS_SHARED void network_own_name_offer_home_wizard(network_own_name_t *self);
