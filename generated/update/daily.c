/* Made by ts2c from ts/update/daily.ts: change that file, not this one. */

#include "update/daily.h"

#define DAY_S 86400

void update_daily_init(update_daily_t *self)
{
    memset(self, 0, sizeof(*self));
    self->day = -1;
}

bool update_daily_has_begun(update_daily_t *self)
{
    const int64_t utc = p1_clock_utc();
    if (utc <= 0 || utc > INT64_C(1099511627775)) {
        return false;
    }
    const int64_t before = self->day;
    self->day = (utc + p1_system_chip_id() % DAY_S) / DAY_S;
    return before >= 0 && self->day != before;
}
