/**
 * @file
 * @brief Time: milliseconds since start, and the time of day from SNTP, or from the meter until then.
 *
 * What the device calls (`p1_clock_millis`, `p1_clock_utc`, `p1_clock_assume`) is declared in `platform/clock.h`, which
 * is made from `ts/platform/clock.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/clock.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Starts asking for the time, as soon as there is a network, until the settings name another server. To be
 * called after esp_netif_init().
 *
 * @return ESP_OK, or the error of SNTP; the log says what it means
 */
esp_err_t p1_clock_init(void);

#ifdef __cplusplus
}
#endif
