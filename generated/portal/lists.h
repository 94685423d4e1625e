/* Made by ts2c from ts/portal/lists.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "meter/write.h"
#include "neighbours/homewizard.h"
#include "neighbours/prometheus.h"
#include "network/scan.h"
#include "publish/publisher.h"
#include "publish/kept.h"
#include "publish/statistics.h"
#include "publish/value.h"
#include "p1/copy.h"
#include "p1/obis.h"
#include "p1/timestamp.h"
#include "settings/codes.h"
#include "settings/list.h"
#include "power/power.h"
#include "power/span.h"
#include "portal/piece.h"
#include "portal/setting-form.h"

/** A list that is asked for. */
typedef enum TS_NARROW {
    PORTAL_LIST_READINGS,
    PORTAL_LIST_SETTINGS,
    PORTAL_LIST_TELEGRAM,
    PORTAL_LIST_LOG,
    PORTAL_LIST_HOUR,
    PORTAL_LIST_DAY,
    PORTAL_LIST_NETWORKS,
    PORTAL_LIST_EXPORT,
    PORTAL_LIST_EXPORT_SECRETS,
    PORTAL_LIST_METRICS,
    PORTAL_LIST_HOMEWIZARD,
    PORTAL_LIST_HOMEWIZARD_DATA,
} portal_list_t;

/** Writes the lists, as many entries at a time as there is room for. */
typedef struct {
    settings_codes_t *codes;
    publish_publisher_t *publisher;
    publish_statistics_t *statistics;
    portal_setting_form_t *form;
    publish_kept_t *kept;
    p1_telegram_copy_t *telegram;
    power_power_t *power;
    network_scan_t *scan;
    uint8_t line[64];
} portal_lists_t;

/** Makes a new `Lists` at `self`. */
TS_SHARED void portal_lists_init(portal_lists_t *self, portal_setting_form_t *form, publish_publisher_t *publisher, publish_statistics_t *statistics, p1_telegram_copy_t *telegram, power_power_t *power, network_scan_t *scan);

/** The `Content-Type` of an answer that is the list. */
TS_SHARED ts_bytes portal_lists_type(portal_lists_t *self, portal_list_t list);

/** Writes a list from `next` on, which is 0 at first; returns what comes then, or {@link END}. */
TS_SHARED uint32_t portal_lists_write(portal_lists_t *self, portal_list_t list, uint32_t next, ts2c_writer_t *out);

/** Writes one reading as a JSON object; without its value where that is longer than all the memory. */
TS_SHARED void portal_lists_write_reading(portal_lists_t *self, ts2c_writer_t *out, uint8_t index_, uint32_t now, bool with_value);

/** Writes the log from the byte `from` on, or from the oldest that is kept, as far as there is room; returns what comes then. */
TS_SHARED uint32_t portal_lists_write_log(portal_lists_t *self, uint32_t from, ts2c_writer_t *out);
