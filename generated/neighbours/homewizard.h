/* Made by ts2c from ts/neighbours/homewizard.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/clock.h"
#include "platform/network.h"
#include "neighbours/homewizard-fields.h"
#include "neighbours/homewizard-service.h"
#include "p1/obis.h"
#include "p1/timestamp.h"
#include "publish/kept.h"
#include "publish/kept-reading.h"
#include "publish/publisher.h"
#include "publish/statistics.h"
#include "simulator/local-time.h"

/** Writes both answers. It keeps nothing, so whoever asks makes one. */
typedef struct {
    publish_publisher_t *publisher;
    publish_statistics_t *statistics;
} neighbours_home_wizard_t;

/** Makes a new `HomeWizard` at `self`. */
TS_SHARED void neighbours_home_wizard_init(neighbours_home_wizard_t *self, publish_publisher_t *publisher, publish_statistics_t *statistics);

/** What the device is. */
TS_SHARED void neighbours_home_wizard_write_device(neighbours_home_wizard_t *self, ts2c_writer_t *out);

/** What the meter says; of one that is silent nothing, so that nobody acts by what was. */
TS_SHARED void neighbours_home_wizard_write_data(neighbours_home_wizard_t *self, ts2c_writer_t *out);
