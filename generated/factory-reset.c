/* Made by ts2c from ts/factory-reset.ts: change that file, not this one. */

#include "factory-reset.h"

#define FIRST_IN_FACTORY_RESET 1

#define LAST 4

static void factory_reset_factory_reset_write(factory_reset_factory_reset_t *self, uint32_t step);

void factory_reset_factory_reset_init(factory_reset_factory_reset_t *self, configuration_configuration_t *configuration, settings_keeper_t *keeper)
{
    memset(self, 0, sizeof(*self));
    self->configuration = configuration;
    self->keeper = keeper;
}

void factory_reset_factory_reset_start(factory_reset_factory_reset_t *self)
{
    if (self->step == 0) {
        self->step = FIRST_IN_FACTORY_RESET;
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The device forgets all settings, passwords and certificates, and restarts."));
        configuration_configuration_forget_all(self->configuration);
    }
}

void factory_reset_factory_reset_tick(factory_reset_factory_reset_t *self)
{
    if (self->step == 0 || settings_keeper_is_busy(self->keeper)) {
        return;
    }
    if (self->step > FIRST_IN_FACTORY_RESET && !self->keeper->succeeded) {
        self->step = 0;
        p1_log_write(PLATFORM_LEVEL_ERROR, TS_TEXT("The flash can't be written, so the device still has what it should forget: try again."));
    } else if (self->step > LAST) {
        self->step = 0;
        p1_system_restart();
    } else {
        factory_reset_factory_reset_write(self, self->step);
        self->step++;
    }
}

static void factory_reset_factory_reset_write(factory_reset_factory_reset_t *self, uint32_t step)
{
    switch (step) {
    case 1:
    case 2:
        settings_keeper_save(self->keeper);
        break;
    case 3:
        (void)settings_keeper_store(self->keeper, PLATFORM_SETTINGS_KEY_BROKER_CA, TS_TEXT(""));
        break;
    default:
        (void)settings_keeper_store(self->keeper, PLATFORM_SETTINGS_KEY_BROKER_IDENTITY, TS_TEXT(""));
        break;
    }
}
