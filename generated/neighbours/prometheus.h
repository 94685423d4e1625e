/* Made by ts2c from ts/neighbours/prometheus.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/clock.h"
#include "bytes.h"
#include "portal/piece.h"
#include "publish/figures.h"
#include "publish/kept.h"
#include "publish/kept-reading.h"
#include "publish/publisher.h"
#include "publish/statistics.h"
#include "simulator/simulated.h"
#include "neighbours/metric.h"

/** Writes them, as many at a time as there is room for. It keeps nothing, so whoever asks makes one. */
typedef struct {
    publish_publisher_t *publisher;
    publish_statistics_t *statistics;
    /** Names in the making, in memory that is anybody's: two where they are compared. */
    ts2c_writer_t *names;
} neighbours_metrics_t;

/** Makes a new `Metrics` at `self`. */
TS_SHARED void neighbours_metrics_init(neighbours_metrics_t *self, publish_publisher_t *publisher, publish_statistics_t *statistics);

/** Writes the metrics from `next` on, which is 0 at first; returns what comes then, or {@link END}. */
TS_SHARED uint32_t neighbours_metrics_write(neighbours_metrics_t *self, uint32_t next, ts2c_writer_t *out);
