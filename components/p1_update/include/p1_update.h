/**
 * @file
 * @brief The two slots for the firmware: ESP-IDF's OTA partitions.
 *
 * What the device calls (`p1_update_begin` and the rest) is declared in `platform/update.h`, which is made from
 * `ts/platform/update.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/update.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The most bytes that one `p1_update_write` takes. */
#define P1_UPDATE_PART 2048

/**
 * @brief Tells how a call went. Called by the driver's own task.
 */
typedef void (*p1_update_done_t)(platform_update_event_t event);

/**
 * @brief Finds the partitions, and starts the task that writes to flash.
 *
 * @param done what to call when a call is done
 * @return ESP_OK, or ESP_ERR_NOT_FOUND without two OTA partitions: then every update fails
 */
esp_err_t p1_update_init(p1_update_done_t done);

#ifdef __cplusplus
}
#endif
