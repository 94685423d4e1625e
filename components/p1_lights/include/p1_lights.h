/**
 * @file
 * @brief The strip of three WS2812 lights, over RMT.
 *
 * What the device calls (`p1_lights_set`) is declared in `platform/lights.h`, which is made from
 * `ts/platform/lights.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/lights.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Opens the strip and starts the task that writes to it, all lights dark. Without a pin it does nothing.
 *
 * @return ESP_OK, or the first error of the strip; the log says which. The device runs without lights then.
 */
esp_err_t p1_lights_init(void);

#ifdef __cplusplus
}
#endif
