/* Made by ts2c from ts/p1/list.ts: change that file, not this one. */

#include "p1/list.h"

static inline void p1_dated_list_take_count(p1_dated_list_t *self, ts_bytes groups, uint32_t from, uint32_t to);
static bool p1_dated_list_take_entry(p1_dated_list_t *self, ts_bytes groups, uint32_t from, uint32_t to);

void p1_dated_list_init(p1_dated_list_t *self)
{
    memset(self, 0, sizeof(*self));
    self->time = P1_NO_TIME;
    self->unit = P1_UNIT_NONE;
}

void p1_dated_list_start(p1_dated_list_t *self)
{
    self->at = 0;
    self->started = false;
    self->broken = false;
    self->announced = 0;
    self->time = P1_NO_TIME;
}

bool p1_dated_list_failed(p1_dated_list_t *self)
{
    return self->broken;
}

bool p1_dated_list_next(p1_dated_list_t *self, ts_bytes groups)
{
    while (self->at < groups.length) {
        const p1_group_t group = p1_next_group(groups, self->at);
        if (!group.ok) {
            self->broken = true;
            return false;
        }
        const bool is_first = !self->started;
        self->at = group.next;
        self->started = true;
        const ts_bytes stamp = ts_bytes_subarray(groups, group.from, group.to);
        const uint32_t time = p1_parse_timestamp(stamp);
        if (time != P1_NO_TIME || p1_is_timestamp(stamp)) {
            self->time = time;
            continue;
        }
        if (group.from >= group.to || p1_is_code(groups, group)) {
            continue;
        }
        if (is_first) {
            p1_dated_list_take_count(self, groups, group.from, group.to);
            continue;
        }
        return p1_dated_list_take_entry(self, groups, group.from, group.to);
    }
    return false;
}

static inline void p1_dated_list_take_count(p1_dated_list_t *self, ts_bytes groups, uint32_t from, uint32_t to)
{
    const p1_decimal_t count = p1_parse_decimal(groups, from, to);
    if (count.ok && count.decimals == 0 && count.value >= 0 && count.value <= 65535 && count.end == to) {
        self->announced = (uint32_t)count.value;
    } else {
        self->broken = true;
    }
}

static bool p1_dated_list_take_entry(p1_dated_list_t *self, ts_bytes groups, uint32_t from, uint32_t to)
{
    const p1_quantity_t number = p1_parse_quantity(groups, from, to);
    if (!number.ok) {
        self->broken = true;
        self->at = groups.length;
        return false;
    }
    self->value = number.value;
    self->decimals = number.decimals;
    self->unit = number.unit;
    self->unit_from = number.unit_from;
    self->unit_to = number.unit_to;
    return true;
}
