/* Made by ts2c from ts/counts.ts: change that file, not this one. */

#include "counts.h"

void counts_counts_init(counts_counts_t *self, p1_counters_t *telegrams, publish_device_counters_t *counters, meter_guard_t *guard, meter_presence_t *presence, meter_meter_time_t *meter_time)
{
    memset(self, 0, sizeof(*self));
    self->telegrams = telegrams;
    self->counters = counters;
    self->guard = guard;
    self->presence = presence;
    self->meter_time = meter_time;
}

uint32_t counts_counts_count(counts_counts_t *self, counts_counter_t which)
{
    switch (which) {
    case COUNTS_COUNTER_RECEIVED:
        return self->telegrams->telegrams;
    case COUNTS_COUNTER_SENT:
        return self->counters->sent;
    case COUNTS_COUNTER_PUBLISHED:
        return self->counters->published;
    case COUNTS_COUNTER_ERRORS:
        return p1_counters_failures(self->telegrams);
    case COUNTS_COUNTER_SKIPPED_LINES:
        return self->telegrams->skipped_lines;
    case COUNTS_COUNTER_SIMULATED:
        return self->counters->simulated;
    case COUNTS_COUNTER_HELD_BACK:
        return self->guard->held_back;
    case COUNTS_COUNTER_SILENCES:
        return self->presence->silences;
    case COUNTS_COUNTER_HISTORY_LOST:
        return self->counters->history_lost;
    case COUNTS_COUNTER_REPEATED:
        return self->counters->repeated;
    default:
        break;
    }
    TS_UNREACHABLE();
}
