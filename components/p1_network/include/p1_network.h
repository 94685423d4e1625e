/**
 * @file
 * @brief The network: Wi-Fi or Ethernet, as `idf.py menuconfig` has it under "P1 meter: network".
 *
 * What the device calls (`p1_network_join` and the rest) is declared in `platform/network.h`, which is made from
 * `ts/platform/network.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/network.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Tells what happened to the network. Called by the driver's own task.
 *
 * @param event what happened
 */
typedef void (*p1_network_changed_t)(platform_network_event_t event);

/**
 * @brief Starts ESP-IDF's network stack and its default event loop, which other drivers need, and the driver's task.
 * The interface itself starts with the first attempt to join, so that one which does not answer is tried again.
 *
 * @param changed what to call when something happened
 * @return ESP_OK, or the error of the stack; then every attempt to join fails, and the log says so
 */
esp_err_t p1_network_init(p1_network_changed_t changed);

#ifdef __cplusplus
}
#endif
