/* Made by ts2c from ts/restart.ts: change that file, not this one. */

#include "restart.h"

#define NOTICE_MS 30000

void restart_restart_init(restart_restart_t *self, lights_lights_t *lights)
{
    memset(self, 0, sizeof(*self));
    self->lights = lights;
}

void restart_restart_ask(restart_restart_t *self, uint32_t now)
{
    if (!self->announced) {
        self->announced = true;
        self->since = now;
        lights_lights_show_scene(self->lights, LIGHTS_SCENE_RESTART, now);
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The device restarts in 30 seconds. The command cancel prevents it."));
    }
}

void restart_restart_cancel(restart_restart_t *self, uint32_t now)
{
    if (self->announced) {
        self->announced = false;
        lights_lights_show_scene(self->lights, LIGHTS_SCENE_NONE, now);
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("The restart is cancelled."));
    }
}

int8_t restart_restart_seconds_left(restart_restart_t *self, uint32_t now)
{
    return (int8_t)(self->announced ? (int32_t)((NOTICE_MS - ts_min_u32(now - self->since, NOTICE_MS)) / 1000u) : -1);
}

void restart_restart_tick(restart_restart_t *self, uint32_t now)
{
    if (self->announced && now - self->since >= NOTICE_MS) {
        self->announced = false;
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("The device restarts."));
        p1_system_restart();
    }
}
