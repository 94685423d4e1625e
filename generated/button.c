/* Made by ts2c from ts/button.ts: change that file, not this one. */

#include "button.h"

#define HELD_MS 10000

void button_button_init(button_button_t *self)
{
    memset(self, 0, sizeof(*self));
}

button_button_event_t button_button_tick(button_button_t *self, uint32_t now)
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
