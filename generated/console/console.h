/* Made by ts2c from ts/console/console.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/console.h"
#include "platform/network.h"
#include "bytes.h"
#include "configuration.h"
#include "factory-reset.h"
#include "portal/login.h"
#include "portal/password.h"
#include "portal/utf8.h"
#include "scratch.h"
#include "settings/setting.h"
#include "settings/settings.h"
#include "console/broker-address.h"
#include "console/overview.h"
#include "console/words.h"

/** Understands them. */
typedef struct {
    settings_settings_t *settings;
    configuration_configuration_t *configuration;
    portal_login_t *login;
    console_overview_t *overview;
    factory_reset_factory_reset_t *factory_reset;
    ts2c_writer_t *out;
} console_console_t;

/** The longest line, in bytes: a broker with the longest name, user and password, in quotes. */
#define CONSOLE_LINE 320

/** Makes a new `Console` at `self`. */
TS_SHARED void console_console_init(console_console_t *self, settings_settings_t *settings, configuration_configuration_t *configuration, portal_login_t *login, console_overview_t *overview, factory_reset_factory_reset_t *factory_reset, scratch_scratch_t *scratch);

TS_SHARED void console_console_power_up(console_console_t *self);

/** Does what a line says, and answers. */
TS_SHARED void console_console_on_line(console_console_t *self, ts_bytes line, uint32_t now);
