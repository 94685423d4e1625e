/* Made by ts2c from ts/factory-reset.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/system.h"
#include "configuration.h"
#include "settings/keeper.h"

/** One factory reset. */
typedef struct {
    configuration_configuration_t *configuration;
    settings_keeper_t *keeper;
    /** The writing that is next; 0 where none was asked for. */
    uint8_t step;
} factory_reset_factory_reset_t;

/** Makes a new `FactoryReset` at `self`. */
TS_SHARED void factory_reset_factory_reset_init(factory_reset_factory_reset_t *self, configuration_configuration_t *configuration, settings_keeper_t *keeper);

/** Begins. The device restarts when nothing is left. */
TS_SHARED void factory_reset_factory_reset_start(factory_reset_factory_reset_t *self);

TS_SHARED void factory_reset_factory_reset_tick(factory_reset_factory_reset_t *self);
