/* Made by ts2c from ts/report.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/log.h"
#include "platform/log.h"
#include "p1/crc16.h"
#include "p1/obis.h"
#include "p1/reason.h"
#include "p1/staging.h"
#include "p1/outcome.h"
#include "p1/telegram.h"
#include "publish/kept.h"

/** Tells what was odd, each thing once and not with every telegram. */
typedef struct {
    uint32_t codes[32];
    uint8_t code_count;
    /** How the last telegram ended: a fault that goes on is told when it begins. */
    p1_outcome_t last;
    bool told_tag;
    uint8_t buffer[256];
    ts2c_writer_t line;
} report_report_t;

/** Makes a new `Report` at `self`. */
TS_SHARED void report_report_init(report_report_t *self);

/** A good telegram: names the meter after a fault, and the lines that gave no reading. */
TS_SHARED void report_report_good(report_report_t *self, p1_telegram_reader_t *reader);

/** A telegram's readings are kept: tells which stay away from now on, and which are back. */
TS_SHARED void report_report_missing(report_report_t *self, publish_kept_t *kept);

/** What was no good telegram. */
TS_SHARED void report_report_bad(report_report_t *self, p1_telegram_reader_t *reader);
