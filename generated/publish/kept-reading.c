/* Made by ts2c from ts/publish/kept-reading.ts: change that file, not this one. */

#include "publish/kept-reading.h"

void publish_kept_reading_init(publish_kept_reading_t *self)
{
    memset(self, 0, sizeof(*self));
    self->time = P1_NO_TIME;
    self->published_time = P1_NO_TIME;
    self->kind = P1_READING_KIND_NUMBER;
    self->unit = P1_UNIT_NONE;
    self->behaves = METER_KIND_WORD;
    self->device = METER_DEVICE_CLASS_NONE;
    self->shown = METER_SHOWN_MAIN;
}

bool publish_kept_reading_changed(publish_kept_reading_t *self)
{
    return !self->published || self->text_changed || self->value != self->published_value || self->decimals != self->published_decimals || self->time != self->published_time;
}

void publish_kept_reading_mark_published(publish_kept_reading_t *self)
{
    self->published = true;
    self->published_value = self->value;
    self->published_decimals = self->decimals;
    self->published_time = self->time;
    self->text_changed = false;
}

void publish_kept_reading_clear_due(publish_kept_reading_t *self)
{
    self->value_due = false;
    self->time_due = false;
    self->json_due = false;
    self->dsmr_due = false;
}

bool publish_kept_reading_is_power(publish_kept_reading_t *self)
{
    return self->device == METER_DEVICE_CLASS_POWER && self->behaves == METER_KIND_GAUGE;
}

void publish_kept_reading_leave_out(publish_kept_reading_t *self, bool left_out)
{
    if (left_out != self->left_out) {
        self->left_out = left_out;
        self->published = false;
        self->announced = false;
        publish_kept_reading_clear_due(self);
    }
}

bool publish_kept_reading_is_current(publish_kept_reading_t *self)
{
    return self->used && !self->leaving;
}

void publish_kept_reading_leave(publish_kept_reading_t *self)
{
    if (self->used) {
        self->leaving = true;
        publish_kept_reading_clear_due(self);
    }
}

void publish_kept_reading_claim(publish_kept_reading_t *self, uint32_t code)
{
    self->used = true;
    self->unseen = PUBLISH_UNSEEN;
    self->code = code;
    self->left_out = false;
    self->announced = false;
    self->leaving = false;
    self->missed = false;
    self->published = false;
    publish_kept_reading_clear_due(self);
    self->topic_length = 0;
    self->text_length = 0;
}
