/* Made by ts2c from ts/button.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/system.h"
#include "configuration.h"
#include "lights/lights.h"
#include "network/access-point.h"
#include "portal/login.h"

/** What was done with it: `pressed`: for less than ten seconds, and let go. `held`: it is being held so long. */
typedef enum TS_NARROW {
    BUTTON_BUTTON_EVENT_NONE,
    BUTTON_BUTTON_EVENT_PRESSED,
    BUTTON_BUTTON_EVENT_HELD,
} button_button_event_t;

/** Watches it. Whoever presses it has the device in his hands. */
typedef struct {
    configuration_configuration_t *configuration;
    portal_login_t *login;
    network_access_point_t *access_point;
    lights_lights_t *lights;
    /** Where nothing pulls the pin up it seems to be pressed for ever: it counts from when it was seen free. */
    bool was_free;
    bool is_down;
    uint32_t down_since;
} button_button_t;

/** Makes a new `Button` at `self`. */
TS_SHARED void button_button_init(button_button_t *self, configuration_configuration_t *configuration, portal_login_t *login, network_access_point_t *access_point, lights_lights_t *lights);

TS_SHARED void button_button_tick(button_button_t *self, uint32_t now);
