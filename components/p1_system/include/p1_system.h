/**
 * @file
 * @brief The chip: its number, memory, temperature and chance.
 *
 * What the device calls (`p1_system_random` and the rest) is declared in `platform/system.h`, which is made from
 * `ts/platform/system.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/system.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Reads the chip's address and the jumper, and starts the temperature sensor where the chip has one.
 *
 * @return ESP_OK, or the first error; the log says which. The functions work all the same: without an address the
 * chip's number is 0, without a sensor the temperature is -274.
 */
esp_err_t p1_system_init(void);

/**
 * @brief Whether the device has asked for a restart, which is for the device's task to do when the entry has returned.
 */
bool p1_system_restart_wanted(void);

#ifdef __cplusplus
}
#endif
