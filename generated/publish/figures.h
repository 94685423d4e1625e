/* Made by ts2c from ts/publish/figures.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "meter/catalogue.h"

/** The figures' names: their topics below `<root>/sensor/`. */
typedef enum TS_NARROW {
    PUBLISH_FIGURE_NAME_CLIENT_ID,
    PUBLISH_FIGURE_NAME_UPTIME,
    PUBLISH_FIGURE_NAME_START_REASON,
    PUBLISH_FIGURE_NAME_FIRMWARE_VERSION,
    PUBLISH_FIGURE_NAME_FIRMWARE_ROLLED_BACK,
    PUBLISH_FIGURE_NAME_MEM_FREE,
    PUBLISH_FIGURE_NAME_MEM_FREE_LEAST,
    PUBLISH_FIGURE_NAME_CPU_TEMP,
    PUBLISH_FIGURE_NAME_WIFI_SIGNAL,
    PUBLISH_FIGURE_NAME_NETWORK_RESETS,
    PUBLISH_FIGURE_NAME_NETWORK_RESTARTS,
    PUBLISH_FIGURE_NAME_METER_CLOCK_AHEAD,
    PUBLISH_FIGURE_NAME_TELEGRAM_AGE,
    PUBLISH_FIGURE_NAME_TELEGRAMS_RX,
    PUBLISH_FIGURE_NAME_TELEGRAMS_TX,
    PUBLISH_FIGURE_NAME_TELEGRAMS_REPEATED,
    PUBLISH_FIGURE_NAME_TELEGRAMS_SIMULATED,
    PUBLISH_FIGURE_NAME_TELEGRAMS_PUB,
    PUBLISH_FIGURE_NAME_TELEGRAMS_ERR,
    PUBLISH_FIGURE_NAME_ERR_CRC,
    PUBLISH_FIGURE_NAME_ERR_NO_CRC,
    PUBLISH_FIGURE_NAME_ERR_TOO_LONG,
    PUBLISH_FIGURE_NAME_ERR_TIMEOUT,
    PUBLISH_FIGURE_NAME_ERR_ENCRYPTED,
    PUBLISH_FIGURE_NAME_ERR_DECRYPTION,
    PUBLISH_FIGURE_NAME_TAGS_WRONG,
    PUBLISH_FIGURE_NAME_ERR_FRAMING,
    PUBLISH_FIGURE_NAME_ERR_PARITY,
    PUBLISH_FIGURE_NAME_ERR_OVERFLOW,
    PUBLISH_FIGURE_NAME_ERR_NOISE,
    PUBLISH_FIGURE_NAME_LINES_SKIPPED,
    PUBLISH_FIGURE_NAME_TOTALS_HELD_BACK,
    PUBLISH_FIGURE_NAME_METER_SILENCES,
    PUBLISH_FIGURE_NAME_HISTORY_LOST,
} publish_figure_name_t;

/** The text of each. */
extern const ts_bytes publish_figure_name_texts[34];

/** One figure, as Home Assistant wants to know it. */
typedef struct {
    publish_figure_name_t name;
    meter_kind_t behaves;
    /** Home Assistant's device class; empty for none. */
    ts_bytes device_class;
    ts_bytes unit;
    meter_shown_t shown;
} publish_figure_t;

/** How many figures there are. */
#define PUBLISH_FIGURE_COUNT 34

/** What each means stands behind it, for `npm run docs`. A counter begins anew with each start, and after 2^32 − 1. */
extern const publish_figure_t PUBLISH_FIGURES[34];
