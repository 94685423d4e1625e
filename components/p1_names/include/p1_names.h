/**
 * @file
 * @brief Names in the home: Espressif's mDNS component.
 *
 * What the device calls (`p1_names_announce` and the rest) is declared in `platform/names.h`, which is made from
 * `ts/platform/names.ts`.
 */
#pragma once

#include "esp_err.h"
#include "platform/names.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Tells what a question for a name gave. Called by the driver's own task.
 *
 * @param event whether somebody answered
 * @param address the IPv4 address, 0xc0a80102 for 192.168.1.2; 0 where nobody answered
 */
typedef void (*p1_names_answered_t)(platform_names_event_t event, uint32_t address);

/**
 * @brief Starts mDNS, and the task that asks it. ESP-IDF's default event loop must exist.
 *
 * @param answered what to call when a question is answered
 * @return ESP_OK, or the error of mDNS; then names are neither announced nor found, and the log says so
 */
esp_err_t p1_names_init(p1_names_answered_t answered);

#ifdef __cplusplus
}
#endif
