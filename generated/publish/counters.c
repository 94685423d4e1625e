/* Made by ts2c from ts/publish/counters.ts: change that file, not this one. */

#include "publish/counters.h"

void publish_device_counters_init(publish_device_counters_t *self)
{
    memset(self, 0, sizeof(*self));
}
