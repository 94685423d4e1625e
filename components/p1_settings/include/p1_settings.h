/**
 * @file
 * @brief Blobs that outlive a power cut: ESP-IDF's NVS, in the partition `nvs` and a namespace of its own.
 *
 * What the device calls (`p1_settings_read`, `p1_settings_write`) is declared in `platform/settings.h`, which is made
 * from `ts/platform/settings.ts`. What stands in a blob, and that there are two, is decided in `ts/settings/`.
 */
#pragma once

#include "esp_err.h"
#include "platform/settings.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The namespace in NVS. */
#define P1_SETTINGS_NAMESPACE "p1_meter"

/**
 * @brief Tells what became of a writing. Called by the driver's own task.
 */
typedef void (*p1_settings_done_t)(platform_settings_event_t event);

/**
 * @brief Opens NVS, which others (Wi-Fi) need too, and starts the task that writes. A partition that no firmware can
 * read is emptied.
 *
 * @param done what to call when a blob is written, or can't be
 * @return ESP_OK, or the first error of NVS; the log says which. Nothing is read then, and every writing fails.
 */
esp_err_t p1_settings_init(p1_settings_done_t done);

#ifdef __cplusplus
}
#endif
