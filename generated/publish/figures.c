/* Made by ts2c from ts/publish/figures.ts: change that file, not this one. */

#include "publish/figures.h"

const ts_bytes publish_figure_name_texts[20] = {
    {(const uint8_t *)"client_id", 9},
    {(const uint8_t *)"uptime", 6},
    {(const uint8_t *)"mem_free", 8},
    {(const uint8_t *)"cpu_temp", 8},
    {(const uint8_t *)"telegram_age", 12},
    {(const uint8_t *)"telegrams_rx", 12},
    {(const uint8_t *)"telegrams_tx", 12},
    {(const uint8_t *)"telegrams_simulated", 19},
    {(const uint8_t *)"telegrams_pub", 13},
    {(const uint8_t *)"telegrams_err", 13},
    {(const uint8_t *)"err_crc", 7},
    {(const uint8_t *)"err_no_crc", 10},
    {(const uint8_t *)"err_too_long", 12},
    {(const uint8_t *)"err_timeout", 11},
    {(const uint8_t *)"err_encrypted", 13},
    {(const uint8_t *)"err_noise", 9},
    {(const uint8_t *)"lines_skipped", 13},
    {(const uint8_t *)"totals_held_back", 16},
    {(const uint8_t *)"meter_silences", 14},
    {(const uint8_t *)"history_lost", 12},
};

const publish_figure_t PUBLISH_FIGURES[20] = {
    {.name = PUBLISH_FIGURE_NAME_CLIENT_ID, .behaves = METER_KIND_WORD, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_RARE},
    {.name = PUBLISH_FIGURE_NAME_UPTIME, .behaves = METER_KIND_GAUGE, .device_class = {(const uint8_t *)"duration", 8}, .unit = {(const uint8_t *)"s", 1}, .shown = METER_SHOWN_DIAGNOSTIC},
    {.name = PUBLISH_FIGURE_NAME_MEM_FREE, .behaves = METER_KIND_GAUGE, .device_class = {(const uint8_t *)"data_size", 9}, .unit = {(const uint8_t *)"B", 1}, .shown = METER_SHOWN_RARE},
    {.name = PUBLISH_FIGURE_NAME_CPU_TEMP, .behaves = METER_KIND_GAUGE, .device_class = {(const uint8_t *)"temperature", 11}, .unit = {(const uint8_t *)"\302\260C", 3}, .shown = METER_SHOWN_DIAGNOSTIC},
    {.name = PUBLISH_FIGURE_NAME_TELEGRAM_AGE, .behaves = METER_KIND_GAUGE, .device_class = {(const uint8_t *)"duration", 8}, .unit = {(const uint8_t *)"s", 1}, .shown = METER_SHOWN_DIAGNOSTIC},
    {.name = PUBLISH_FIGURE_NAME_TELEGRAMS_RX, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_DIAGNOSTIC},
    {.name = PUBLISH_FIGURE_NAME_TELEGRAMS_TX, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_RARE},
    {.name = PUBLISH_FIGURE_NAME_TELEGRAMS_SIMULATED, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_DIAGNOSTIC},
    {.name = PUBLISH_FIGURE_NAME_TELEGRAMS_PUB, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_RARE},
    {.name = PUBLISH_FIGURE_NAME_TELEGRAMS_ERR, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_DIAGNOSTIC},
    {.name = PUBLISH_FIGURE_NAME_ERR_CRC, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_RARE},
    {.name = PUBLISH_FIGURE_NAME_ERR_NO_CRC, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_RARE},
    {.name = PUBLISH_FIGURE_NAME_ERR_TOO_LONG, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_RARE},
    {.name = PUBLISH_FIGURE_NAME_ERR_TIMEOUT, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_RARE},
    {.name = PUBLISH_FIGURE_NAME_ERR_ENCRYPTED, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_RARE},
    {.name = PUBLISH_FIGURE_NAME_ERR_NOISE, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"B", 1}, .shown = METER_SHOWN_RARE},
    {.name = PUBLISH_FIGURE_NAME_LINES_SKIPPED, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_DIAGNOSTIC},
    {.name = PUBLISH_FIGURE_NAME_TOTALS_HELD_BACK, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_DIAGNOSTIC},
    {.name = PUBLISH_FIGURE_NAME_METER_SILENCES, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_DIAGNOSTIC},
    {.name = PUBLISH_FIGURE_NAME_HISTORY_LOST, .behaves = METER_KIND_COUNTER, .device_class = {(const uint8_t *)"", 0}, .unit = {(const uint8_t *)"", 0}, .shown = METER_SHOWN_DIAGNOSTIC},
};
