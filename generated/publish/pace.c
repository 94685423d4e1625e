/* Made by ts2c from ts/publish/pace.ts: change that file, not this one. */

#include "publish/pace.h"

void publish_pace_init(publish_pace_t *self)
{
    memset(self, 0, sizeof(*self));
}

void publish_pace_reset(publish_pace_t *self)
{
    self->has_begun = false;
}

bool publish_pace_is_time(publish_pace_t *self, uint32_t now, uint32_t seconds)
{
    return !self->has_begun || now - self->began >= seconds * 1000u;
}

void publish_pace_begin(publish_pace_t *self, uint32_t now)
{
    self->has_begun = true;
    self->began = now;
}
