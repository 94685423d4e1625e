/* Made by ts2c from ts/button.ts: change that file, not this one. */

#include "button.h"

#define HELD_MS 10000

static button_button_event_t button_button_look(button_button_t *self, uint32_t now);

void button_button_init(button_button_t *self, configuration_configuration_t *configuration, portal_login_t *login, network_access_point_t *access_point, lights_lights_t *lights)
{
    memset(self, 0, sizeof(*self));
    self->configuration = configuration;
    self->login = login;
    self->access_point = access_point;
    self->lights = lights;
}

void button_button_tick(button_button_t *self, uint32_t now)
{
    switch (button_button_look(self, now)) {
    case BUTTON_BUTTON_EVENT_PRESSED:
        lights_lights_show_scene(self->lights, LIGHTS_SCENE_IDENTIFY, now);
        portal_login_claim(self->login, now);
        network_access_point_start(self->access_point, now);
        break;
    case BUTTON_BUTTON_EVENT_HELD:
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The button was held for ten seconds: Wi-Fi and password are forgotten."));
        configuration_configuration_forget(self->configuration);
        portal_login_password_changed(self->login);
        portal_login_claim(self->login, now);
        network_access_point_start(self->access_point, now);
        break;
    case BUTTON_BUTTON_EVENT_NONE:
        break;
    default:
        break;
    }
}

static button_button_event_t button_button_look(button_button_t *self, uint32_t now)
{
    if (!p1_system_button()) {
        const bool was_pressed = self->is_down;
        self->is_down = false;
        self->was_free = true;
        return was_pressed ? BUTTON_BUTTON_EVENT_PRESSED : BUTTON_BUTTON_EVENT_NONE;
    }
    if (self->was_free && !self->is_down) {
        self->was_free = false;
        self->is_down = true;
        self->down_since = now;
    }
    if (self->is_down && now - self->down_since >= HELD_MS) {
        self->is_down = false;
        return BUTTON_BUTTON_EVENT_HELD;
    }
    return BUTTON_BUTTON_EVENT_NONE;
}
